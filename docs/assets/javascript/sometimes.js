// What is asked only sometimes waits for the answer to another question. Until then it is out of view, and a line says
// when it is asked. What was typed in it stays, is sent with the rest, and is counted in that line.
import { askAgain, isAnswered } from "./items.js";
import { around, part, parts } from "./parts.js";

const PART = "[data-waits]";

/**
 * @param {HTMLFormElement} form
 * @param {Say} say
 */
export function start(form, say) {
  /** @param {{ came: number, kept: number }} changed */
  const tell = ({ came, kept }) => {
    if (kept) say(keeping(kept));
    else if (came) say("More is asked now, further down or in what you have answered.");
  };
  const deciding = new Set(parts(form, PART).map(({ dataset }) => dataset.waits));
  form.addEventListener("input", ({ target }) => {
    const isWhole = target === form; // items came, or came back
    if (isWhole) settle(form);
    else if (deciding.has(/** @type {Control} */ (target).name)) tell(settle(form));
  });
  form.addEventListener("filled", () => {
    for (const each of parts(form, PART)) {
      if (answers(each)) each.dataset.shown = "";
      else delete each.dataset.shown;
    }
    settle(form);
  });
  form.addEventListener("click", ({ target }) => {
    const pressed = /** @type {Element} */ (target).closest("[data-show]");
    if (!pressed) return;
    reveal(pressed);
    part(around(pressed, PART), ":is(input, select, textarea):not([type=hidden])").focus();
  });
  settle(form);
}

/**
 * Shows every part around an element, whether it is asked now or not.
 * @param {Element} within
 */
export function reveal(within) {
  for (let each = within.closest(PART); each; each = each.parentElement?.closest(PART) ?? null) {
    const shown = /** @type {HTMLElement} */ (each);
    shown.dataset.shown = "";
    delete shown.dataset.unasked;
  }
}

/**
 * Gives how many parts came into view, and how many answers went out of it.
 * @param {HTMLFormElement} form
 */
function settle(form) {
  /** @type {Map<string, Set<string>>} */
  const given = new Map();
  for (const control of /** @type {Control[]} */ (parts(form, "input, select, textarea")).filter(isAnswered)) {
    given.set(control.name, (given.get(control.name) ?? new Set()).add(control.value));
  }
  const changed = { came: 0, kept: 0 };
  for (const each of parts(form, PART)) {
    const wasAsked = each.dataset.unasked === undefined;
    const isAsked = each.dataset.shown !== undefined || isDue(each, given);
    const kept = isAsked ? 0 : answers(each);
    each.toggleAttribute("data-unasked", !isAsked);
    each.toggleAttribute("data-keeps", kept > 0);
    part(each, ":scope > .eh-when__line > [data-kept]").textContent = kept ? keeping(kept) : "";
    if (isAsked && !wasAsked) changed.came += 1;
    if (wasAsked) changed.kept += kept;
  }
  askAgain(form);
  return changed;
}

/** @type {(each: HTMLElement, given: Map<string, Set<string>>) => boolean} */
function isDue({ dataset }, given) {
  const values = (dataset.values ?? "").split(" ").filter(Boolean);
  const answered = given.get(dataset.waits ?? "") ?? new Set();
  return values.length ? values.some((value) => answered.has(value)) : answered.size > 0;
}

/** @param {HTMLElement} each */
const answers = (each) => /** @type {Control[]} */ (parts(each, "input, select, textarea")).filter(isAnswered).length;

/** @param {number} many */
const keeping = (many) => `${many === 1 ? "1 answer is" : `${many} answers are`} kept in a part that is not asked now.`;
