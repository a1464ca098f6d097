// Groups that can be answered more than once: "Add another", "Move up", "Move down" and "Remove".
// An item's place is in the names and ids within it (`actions.0.who`), so every change numbers the items anew.

import { foldComplete, isFilled, items } from "./items.js";
import { around, part, parts } from "./parts.js";

/**
 * @param {HTMLFormElement} form
 * @param {{ say: Say, undo: Undo }} page
 */
export function start(form, { say, undo }) {
  form.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("[data-add], [data-shift], [data-remove]");
    if (!(button instanceof HTMLElement)) return;
    const repeat = around(button, "[data-repeat]");
    if (button.matches("[data-add]")) addAnother(repeat);
    else if (button.matches("[data-shift]")) move(repeat, button, say);
    else remove(repeat, around(button, "[data-item]"), { say, undo });
    form.dispatchEvent(new Event("input"));
  });
}

/** @type {(repeat: HTMLElement) => HTMLTemplateElement} */
const templateOf = (repeat) => part(repeat, ":scope > template", HTMLTemplateElement);

/** @param {HTMLElement} repeat */
function addAnother(repeat) {
  foldComplete(repeat);
  part(add(repeat), "input:not([type=hidden]), select, textarea").focus();
}

/**
 * Adds items, and gives the first of them. They are written with their place in every name and id before the browser
 * reads them, and read together: to copy the template and rename its parts took four fifths of opening a plan of 40 actions.
 * @param {HTMLElement} repeat
 */
function add(repeat, many = 1) {
  const template = templateOf(repeat);
  const { length } = items(repeat);
  const base = repeat.dataset.repeat;
  const written = template.innerHTML.trim();
  /** @type {(place: number) => string} */
  const at = (place) => written.replace('data-item="new"', `data-item="${place}"`).replaceAll(`${base}.new.`, `${base}.${place}.`);
  template.insertAdjacentHTML("beforebegin", Array.from({ length: many }, (_, more) => at(length + more)).join(""));
  const made = items(repeat).slice(length);
  for (const [more, item] of made.entries()) showNumber(item, length + more);
  return /** @type {HTMLElement} */ (made[0]);
}

/** @type {(repeat: HTMLElement, item: HTMLElement, page: { say: Say, undo: Undo }) => void} */
function remove(repeat, item, { say, undo }) {
  const name = part(item, "legend").textContent.trim();
  const place = items(repeat).indexOf(item);
  const next = item.nextElementSibling ?? templateOf(repeat);
  item.remove();
  number(repeat);
  undo.offer(`${name} removed.`, (notice) => next.before(notice), () => {
    putBack(repeat, item, place);
    part(item, ":scope > [data-remove]").focus();
    return `${name} is back.`;
  }).focus();
  say(`${name} removed. Undo brings it back.`);
}

/** @type {(repeat: HTMLElement, button: HTMLElement, say: Say) => void} */
function move(repeat, button, say) {
  const item = around(button, "[data-item]");
  const step = Number(button.dataset.shift);
  const place = items(repeat).indexOf(item) + step;
  const name = part(item, "legend").textContent.trim();
  takeOut(repeat, item);
  items(repeat)[place]?.[step < 0 ? "before" : "after"](item);
  number(repeat, { lastFirst: step < 0 });
  const buttons = parts(item, ":scope > .eh-item__head > [data-shift]");
  const isAtTheEnd = place === 0 || place === items(repeat).length - 1;
  (isAtTheEnd ? buttons.find((each) => each !== button) : button)?.focus();
  say(`${name} is now ${part(item, "legend").textContent.trim().toLowerCase()}.`);
}

/** @type {(repeat: HTMLElement, item: HTMLElement) => void} */
function takeOut(repeat, item) {
  rename(item, `${repeat.dataset.repeat}.${item.dataset.item}.`, `${repeat.dataset.repeat}.back.`);
  item.dataset.item = "back";
}

// Two groups of radio buttons of one name would be one group, and lose a tick: so those after it make room first.
/** @type {(repeat: HTMLElement, item: HTMLElement, place: number) => void} */
function putBack(repeat, item, place) {
  const { [place]: next = templateOf(repeat) } = items(repeat);
  takeOut(repeat, item);
  next.before(item);
  number(repeat, { lastFirst: true });
}

/** @param {HTMLElement} repeat */
function number(repeat, { lastFirst = false } = {}) {
  const numbered = items(repeat).map((item, place) => ({ item, place }));
  for (const { item, place } of lastFirst ? numbered.reverse() : numbered) {
    if (item.dataset.item === String(place)) continue; // a plan of 200 actions would be gone through 200 times
    rename(item, `${repeat.dataset.repeat}.${item.dataset.item}.`, `${repeat.dataset.repeat}.${place}.`);
    item.dataset.item = String(place);
    showNumber(item, place);
  }
}

/** @type {(item: HTMLElement, place: number) => void} */
function showNumber(item, place) {
  for (const shown of parts(item, "[data-number]")) {
    if (shown.closest("[data-item]") === item) shown.textContent = String(place + 1);
  }
}

/** @type {(within: ParentNode, before: string, after: string) => void} */
function rename(within, before, after) {
  /** @type {(word: string) => string} */
  const renamed = (word) => (word.startsWith(before) ? after + word.slice(before.length) : word);
  for (const element of within.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes(before)) attribute.value = attribute.value.split(" ").map(renamed).join(" ");
    }
    if (element instanceof HTMLTemplateElement) rename(element.content, before, after);
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} path
 * @returns {HTMLElement | null}
 */
const groupAt = (form, path) => form.querySelector(`[data-repeat="${CSS.escape(path)}"]`);

/**
 * Adds items until the form has all that the names speak of. Each group is looked for once: a plan has hundreds of names.
 * @param {HTMLFormElement} form
 * @param {string[]} names
 */
export function grow(form, names) {
  /** @type {Map<string, number>} */
  const last = new Map();
  for (const [base, place] of names.flatMap(steps)) last.set(base, Math.max(place, last.get(base) ?? 0));
  for (const [base, place] of last) {
    const repeat = groupAt(form, base);
    const many = repeat ? place + 1 - items(repeat).length : 0;
    if (repeat && many > 0) add(repeat, many);
  }
}

/**
 * An item to fill: the first that is empty, or one more.
 * @param {HTMLFormElement} form
 * @param {string} group
 */
export function spare(form, group) {
  const repeat = part(form, `[data-repeat="${CSS.escape(group)}"]`);
  return items(repeat).find((item) => !isFilled(item)) ?? add(repeat);
}

/**
 * Back to one item in each group, as the page began.
 * @param {HTMLFormElement} form
 */
export function shrink(form) {
  for (const repeat of parts(form, "[data-repeat]")) {
    for (const item of items(repeat).slice(1)) item.remove();
  }
}

/**
 * Where an answer's path is on the page. Python does not count items left empty; the page does.
 * @param {HTMLFormElement} form
 * @param {string} path
 */
export function pagePath(form, path) {
  let found = path;
  for (const [base, place] of steps(path)) {
    const onPage = found.slice(0, base.length);
    const repeat = groupAt(form, onPage);
    const item = repeat && items(repeat).filter(isFilled)[place];
    if (item) found = `${onPage}.${item.dataset.item}${found.slice(`${base}.${place}`.length)}`;
  }
  return found;
}

// `a.0.b.2.c` as ["a", 0] and ["a.0.b", 2]
/** @type {(name: string) => [base: string, place: number][]} */
export function steps(name) {
  const words = name.split(".");
  return words.flatMap((word, at) => (/^\d+$/.test(word) ? [[words.slice(0, at).join("."), Number(word)]] : []));
}
