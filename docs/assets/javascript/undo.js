// Undo, for what takes answers off the page: an item that was removed, answers that others came in place of. The last
// step can be taken back first, so that each step back finds the page as it left it. What stands behind Undo is held only
// in this page's memory, until the form is cleared or the page is left.
import { button, element } from "./parts.js";

/**
 * `done(words)` hears after a step was taken back.
 * @param {{ done: Say }} to
 */
export function createUndo({ done }) {
  /** @type {HTMLElement[]} */
  let notices = []; // one for each step, the last one last

  const show = () => {
    for (const notice of notices) notice.hidden = notice !== notices.at(-1);
  };

  /**
   * Says `words` with a button, in a notice that `put(notice)` places; gives the button. `back()` brings back what was
   * there and says so in words; it gives nothing where the visitor thinks better of it.
   * @param {string} words
   * @param {Put} put
   * @param {() => string | Promise<string>} back
   */
  const offer = (words, put, back) => {
    const notice = element("div", { className: "eh-status eh-undo" });
    const undo = button("Undo", async () => {
      const said = await back();
      if (!said) return;
      forget(notice);
      done(said);
    });
    undo.append(element("span", { className: "eh-unseen", textContent: `: ${words}` }));
    notice.append(element("span", { textContent: words }), " ", undo);
    notice.dataset.undoNotice = "";
    put(notice);
    notices.push(notice);
    show();
    return undo;
  };

  /** @param {HTMLElement} notice */
  const forget = (notice) => {
    notice.remove();
    notices = notices.filter((each) => each !== notice);
    show();
  };

  const drop = () => {
    for (const notice of notices) forget(notice);
  };

  return { offer, drop };
}
