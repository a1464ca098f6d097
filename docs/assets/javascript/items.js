// The items of a repeated group, each of which folds into one line once it is complete and opens again at a press.
import { around, part, parts } from "./parts.js";

const LONGEST = 160; // letters of a line
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const WRITTEN = /^\d{4}-\d\d-\d\d$/;

/** @param {HTMLElement} repeat */
export const items = (repeat) => parts(repeat, ":scope > [data-item]");
/** @param {HTMLElement} item */
export const isFilled = (item) => controlsOf(item).some((control) => !control.matches("[data-made]") && hasAnswer(control));
/**
 * @param {Control} control
 * @returns {control is HTMLInputElement}
 */
export const isChoice = (control) => control.type === "radio" || control.type === "checkbox";
/** @type {(control: Control) => boolean} */
const hasAnswer = (control) => isChoice(control) ? control.checked && control.value !== "" : control.value.trim() !== "";
/**
 * Whether a control holds an answer of a person's.
 * @param {Control} control
 */
export const isAnswered = (control) => control.name !== "" && !control.matches("[type=hidden]:not([name$=drawn])") && hasAnswer(control);
/** @type {(item: HTMLElement) => Control[]} */
const controlsOf = (item) => /** @type {Control[]} */ (parts(item, "input, select, textarea"));

/** @type {(item: HTMLElement) => HTMLElement} */
const toggle = (item) => part(item, ":scope > .eh-item__head > [data-fold]");
/** @param {HTMLElement} item */
export const isFolded = (item) => item.dataset.folded !== undefined;

/** @param {HTMLFormElement} form */
export function start(form) {
  form.addEventListener("click", ({ target }) => {
    const pressed = /** @type {Element} */ (target).closest("[data-fold]");
    if (!pressed) return;
    const item = around(pressed, "[data-item]");
    if (isFolded(item)) openAround(item);
    else fold(item);
  });
  form.addEventListener("filled", () => {
    for (const repeat of parts(form, "[data-repeat]")) settle(repeat);
  });
}

/** @param {HTMLElement} repeat */
function settle(repeat) {
  const filled = items(repeat).filter(isFilled);
  const isInALine = repeat.closest("[data-folded]") !== null; // its items are lines of the same
  for (const item of items(repeat)) {
    if ((isInALine || filled.length > 1) && isComplete(item)) fold(item);
    else open(item);
  }
}

/**
 * Folds those of a group that are complete.
 * @param {HTMLElement} repeat
 */
export function foldComplete(repeat) {
  for (const item of items(repeat)) if (isComplete(item)) fold(item);
}

/** @param {HTMLElement} item */
export function fold(item) {
  for (const within of parts(item, "[data-item]")) if (!isFolded(within) && isComplete(within)) fold(within);
  item.dataset.folded = asks(item);
  toggle(item).setAttribute("aria-expanded", "false");
  part(item, ":scope > .eh-item__head [data-line]").textContent = line(item);
}

// A folded item still asks what stays in view, such as how far an action is, once that is asked.
/** @param {HTMLElement} item */
const asks = (item) => (item.querySelector(".eh-when:not([data-unasked]) [data-stays]") ? "asks" : "");

/**
 * For when other questions are asked than before.
 * @param {HTMLFormElement} form
 */
export function askAgain(form) {
  for (const item of parts(form, "[data-folded]")) item.dataset.folded = asks(item);
}

/** @param {HTMLElement} item */
export function open(item) {
  if (!isFolded(item)) return;
  delete item.dataset.folded;
  toggle(item).setAttribute("aria-expanded", "true");
  part(item, ":scope > .eh-item__head [data-line]").textContent = "";
}

/**
 * Opens every item around an element, so that it can be seen.
 * @param {Element} within
 */
export function openAround(within) {
  for (let item = within.closest("[data-item]"); item; item = item.parentElement?.closest("[data-item]") ?? null) {
    open(/** @type {HTMLElement} */ (item));
  }
}

/** @type {(item: HTMLElement) => string} */
const pathOf = (item) => `${around(item, "[data-repeat]").dataset.repeat}.${item.dataset.item}`;

/**
 * Whether an item has an answer to each question that has to be answered, and so has every item begun within it.
 * @param {HTMLElement} item
 * @returns {boolean}
 */
export function isComplete(item) {
  const needs = (around(item, "[data-repeat]").dataset.needs ?? "").split(" ").filter(Boolean);
  const given = controlsOf(item).filter(hasAnswer).map(({ name }) => name);
  const path = pathOf(item);
  const within = parts(item, "[data-item]").filter((each) => isFilled(each));
  return given.length > 0 && needs.every((need) => given.some((name) => `${name}.`.startsWith(`${path}.${need}.`))) && within.every(isComplete);
}

/**
 * An item in one line, as its group's pattern says, such as "{who}: {what}, by {by}"; what is not answered is left out.
 * @param {HTMLElement} item
 */
export function line(item) {
  const path = pathOf(item);
  const all = controlsOf(item);
  const told = [...(around(item, "[data-repeat]").dataset.says ?? "").matchAll(/([^{]*)\{(\w+)\}/g)].reduce((said, [, before = "", name]) => {
    const words = answerOf(item, all, `${path}.${name}`);
    if (!words) return said;
    return said ? said + before + words : words;
  }, "");
  return told.length > LONGEST ? `${told.slice(0, LONGEST)}…` : told;
}

/** @type {(item: HTMLElement, all: Control[], name: string) => string} */
function answerOf(item, all, name) {
  const control = all.find((each) => each.name === name && hasAnswer(each));
  if (control) return written(control);
  const within = parts(item, "[data-repeat]").find((repeat) => repeat.dataset.repeat === name);
  const many = within ? items(within).filter(isFilled).length : 0;
  return many ? String(many) : "";
}

/** @param {Control} control */
function written(control) {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.textContent.trim() ?? "";
  if (isChoice(control)) return control.closest("label")?.firstChild?.nextSibling?.textContent?.trim() ?? "";
  const text = control.value.trim();
  return WRITTEN.test(text) ? DAY.format(new Date(`${text}T12:00`)) : text.replace(/[.\s]+$/, "");
}
