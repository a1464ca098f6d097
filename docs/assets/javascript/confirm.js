// A question in place, before what was typed is replaced. Not a dialog: nothing may stand before the Exit.
import { button, element } from "./parts.js";

/**
 * Gives `ask(question, yes)`, which settles to whether that is wanted: at once when nothing would be lost.
 * @param {HTMLElement} place
 * @param {() => boolean} isNeeded
 */
export function createConfirm(place, isNeeded) {
  /** @type {(isWanted: boolean) => void} */
  let settle = () => {};

  /** @type {(question: string, yes: string) => Promise<boolean>} */
  const ask = (question, yes) => {
    settle(false);
    if (!isNeeded()) return Promise.resolve(true);
    const origin = document.activeElement;
    const words = element("p", { id: "confirm-question", textContent: question, tabIndex: -1 });
    const answers = element("div", { className: "eh-row" });
    place.replaceChildren(words, answers);
    place.hidden = false;
    return new Promise((resolve) => {
      settle = (isWanted) => {
        settle = () => {};
        place.hidden = true;
        place.replaceChildren();
        if (!isWanted && origin instanceof HTMLElement) origin.focus();
        resolve(isWanted);
      };
      answers.append(button(yes, () => settle(true)), button("No, keep what is here", () => settle(false)));
      words.focus();
    });
  };

  place.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") settle(false);
  });
  return { ask, drop: () => settle(false) };
}
