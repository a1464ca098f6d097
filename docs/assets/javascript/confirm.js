// A question in place, before what was typed is replaced. Not a dialog: nothing may stand before the Exit.

/** Gives `ask(question, yes)`, which settles to whether that is wanted: at once when nothing would be lost. */
export function createConfirm(place, isNeeded) {
  let settle = () => {};

  const ask = (question, yes) => {
    settle(false);
    if (!isNeeded()) return Promise.resolve(true);
    const origin = document.activeElement;
    const words = Object.assign(document.createElement("p"), { id: "confirm-question", textContent: question, tabIndex: -1 });
    const answers = Object.assign(document.createElement("div"), { className: "eh-row" });
    place.replaceChildren(words, answers);
    place.hidden = false;
    return new Promise((resolve) => {
      settle = (isWanted) => {
        settle = () => {};
        place.hidden = true;
        place.replaceChildren();
        if (!isWanted) origin?.focus();
        resolve(isWanted);
      };
      answers.append(button(yes, () => settle(true)), button("No, keep what is here", () => settle(false)));
      words.focus();
    });
  };

  place.addEventListener("keydown", ({ key }) => key === "Escape" && settle(false));
  return { ask, drop: () => settle(false) };
}

function button(words, press) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "eh-button", textContent: words });
  made.addEventListener("click", press);
  return made;
}
