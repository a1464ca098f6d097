// Undo, for what takes answers off the page: an item that was removed, answers that others came in place of. The last
// step can be taken back first, so that each step back finds the page as it left it. What stands behind Undo is held only
// in this page's memory, until the form is cleared or the page is left.

/** `done(words)` hears after a step was taken back. */
export function createUndo({ done }) {
  let notices = []; // one for each step, the last one last

  const show = () => notices.forEach((notice) => { notice.hidden = notice !== notices.at(-1); });

  /**
   * Says `words` with a button, in a notice that `put(notice)` places; gives the button. `back()` brings back what was
   * there and says so in words; it gives nothing where the visitor thinks better of it.
   */
  const offer = (words, put, back) => {
    const notice = element("div", { className: "eh-status eh-undo" });
    const button = element("button", { type: "button", className: "eh-button", textContent: "Undo" });
    button.append(element("span", { className: "eh-unseen", textContent: `: ${words}` }));
    button.addEventListener("click", async () => {
      const said = await back();
      if (!said) return;
      forget(notice);
      done(said);
    });
    notice.append(element("span", { textContent: words }), " ", button);
    notice.dataset.undoNotice = "";
    put(notice);
    notices.push(notice);
    show();
    return button;
  };

  const forget = (notice) => {
    notice.remove();
    notices = notices.filter((each) => each !== notice);
    show();
  };

  const drop = () => [...notices].forEach(forget);

  return { offer, drop };
}

const element = (name, properties) => Object.assign(document.createElement(name), properties);
