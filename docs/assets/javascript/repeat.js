// Groups that can be answered more than once: "Add another" and "Remove".
// An item's place is in the names and ids within it (`actions.0.who`), so every change numbers the items anew.

import { around, copied, part, parts } from "./parts.js";

/** @param {HTMLElement} repeat */
const items = (repeat) => parts(repeat, ":scope > [data-item]");
/** @param {HTMLElement} item */
export const isFilled = (item) => /** @type {Control[]} */ (parts(item, "input:not([data-made]), select, textarea")).some(hasAnswer);
/**
 * @param {Control} control
 * @returns {control is HTMLInputElement}
 */
export const isChoice = (control) => control.type === "radio" || control.type === "checkbox";
/** @type {(control: Control) => boolean} */
const hasAnswer = (control) => isChoice(control) ? control.checked && control.value !== "" : control.value.trim() !== "";

/**
 * @param {HTMLFormElement} form
 * @param {{ say: Say, undo: Undo }} page
 */
export function start(form, { say, undo }) {
  form.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("[data-add], [data-remove]");
    if (!button) return;
    const repeat = around(button, "[data-repeat]");
    if (button.matches("[data-add]")) part(add(repeat), "input, select, textarea").focus();
    else remove(repeat, around(button, "[data-item]"), { say, undo });
    form.dispatchEvent(new Event("input"));
  });
}

/** @type {(repeat: HTMLElement) => HTMLTemplateElement} */
const templateOf = (repeat) => part(repeat, ":scope > template", HTMLTemplateElement);

/** @param {HTMLElement} repeat */
function add(repeat) {
  const template = templateOf(repeat);
  const item = copied(template);
  template.before(item);
  number(repeat);
  return item;
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

// Two groups of radio buttons of one name would be one group, and lose a tick: so those after it make room first.
/** @type {(repeat: HTMLElement, item: HTMLElement, place: number) => void} */
function putBack(repeat, item, place) {
  const { [place]: next = templateOf(repeat) } = items(repeat);
  rename(item, `${repeat.dataset.repeat}.${item.dataset.item}.`, `${repeat.dataset.repeat}.back.`);
  item.dataset.item = "back";
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
    for (const shown of parts(item, "[data-number]")) {
      if (shown.closest("[data-item]") === item) shown.textContent = String(place + 1);
    }
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
 * Adds items until the form has the one that `name` speaks of.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function grow(form, name) {
  for (const [base, place] of steps(name)) {
    const repeat = groupAt(form, base);
    while (repeat && items(repeat).length <= place) add(repeat);
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
