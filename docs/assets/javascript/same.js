// One answer for every item of a group that is like this one: an explicit press, which fills empty places and no others.
import { set } from "./answers.js";
import { isAnswered, items } from "./items.js";
import { around, parts } from "./parts.js";

/**
 * @param {HTMLFormElement} form
 * @param {{ say: Say, undo: Undo }} page
 */
export function start(form, { say, undo }) {
  form.addEventListener("click", ({ target }) => {
    const pressed = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-same]"));
    if (!pressed) return;
    const filled = copy(pressed);
    const words = told(filled.length);
    if (!filled.length) return say(words);
    undo.offer(words, (notice) => pressed.after(notice), () => {
      for (const control of filled) set(control, []);
      pressed.focus();
      return "Those answers are out again.";
    });
    say(words);
    form.dispatchEvent(new Event("input"));
  });
}

/** @param {number} many */
function told(many) {
  if (!many) return "Nothing to fill in: answer it here first, or the others have an answer already.";
  return `${many === 1 ? "1 answer was" : `${many} answers were`} filled in for the others.`;
}

/**
 * Gives the controls that were filled.
 * @param {HTMLElement} pressed
 */
function copy(pressed) {
  const { same = "", like = "" } = pressed.dataset;
  const item = around(pressed, "[data-item]");
  const others = items(around(item, "[data-repeat]")).filter((each) => each !== item && (!like || answer(each, like) === answer(item, like)));
  return same.split(" ").flatMap((path) => {
    const given = answer(item, path);
    return given ? others.filter((each) => !answer(each, path)).flatMap((each) => put(each, path, given)) : [];
  });
}

/** @type {(item: HTMLElement, path: string) => Control[]} */
function controlsOf(item, path) {
  const name = `${around(item, "[data-repeat]").dataset.repeat}.${item.dataset.item}.${path}`;
  return /** @type {Control[]} */ (parts(item, `[name="${CSS.escape(name)}"]`));
}

/** @type {(item: HTMLElement, path: string) => string} */
const answer = (item, path) => controlsOf(item, path).find(isAnswered)?.value ?? "";

/** @type {(item: HTMLElement, path: string, given: string) => Control[]} */
function put(item, path, given) {
  const controls = controlsOf(item, path);
  for (const control of controls) set(control, [given]);
  return controls.filter(isAnswered);
}
