// A form's answers as [name, value] pairs; a name is the answer's path in the form's model.
import * as days from "./days.js";
import { around } from "./parts.js";
import { isChoice } from "./items.js";
import { grow, shrink } from "./repeat.js";

/** @type {(control: Control) => boolean} */
const isTicked = (control) => !isChoice(control) || control.checked;

/**
 * What an entry of a catalogue was answered with: a step's value, or "" while the entry is left out.
 * @param {Element} entry
 */
export const step = (entry) => /** @type {HTMLInputElement | null} */ (entry.querySelector(":scope > .eh-options input:checked"))?.value ?? "";

// What was typed below an entry stays on the page when the entry is left out again, but it is no answer then.
/** @type {(control: Control) => boolean} */
const isAsked = (control) => {
  const below = control.closest(".eh-follow");
  return !below || step(around(below, ".eh-entry")) !== "";
};

// Half of a letter that is made of two (a cut-off emoji, say) cannot be sent on.
const HALF_LETTER = /\p{Surrogate}/gu;
/** @type {(control: Control) => string} */
const value = (control) => days.typedIn(control).replace(HALF_LETTER, "\ufffd");

/** @param {HTMLFormElement} form */
export const controls = (form) => /** @type {Control[]} */ ([...form.elements]).filter(({ name }) => name);

/** @type {(control: Control) => Pair} */
const pair = (control) => [control.name, value(control)];

/** @param {HTMLFormElement} form */
export function entries(form) {
  return controls(form).filter((control) => isTicked(control) && isAsked(control) && value(control).trim()).map(pair);
}

/**
 * All that was typed or ticked, whether or not it is an answer.
 * @param {HTMLFormElement} form
 */
export function typed(form) {
  return controls(form).filter((control) => isTicked(control) && value(control)).map(pair);
}

/**
 * What `restore` brings back: what was typed, and every item that was there to be typed into.
 * @param {HTMLFormElement} form
 */
export const snapshot = (form) => ({ names: controls(form).map(({ name }) => name), pairs: typed(form) });

/** @param {HTMLFormElement} form */
export function clear(form) {
  form.reset();
  for (const control of controls(form)) {
    days.clear(control);
    if (control.type === "hidden") control.value = "";
  }
  shrink(form);
  for (const fold of form.querySelectorAll("details.eh-fold")) fold.removeAttribute("open");
}

/**
 * Replaces what the form holds; a repeated group gets as many items as the answers have. Gives what found no place.
 * @param {HTMLFormElement} form
 * @param {Pair[]} pairs
 */
export function fill(form, pairs) {
  return restore(form, { names: pairs.map(([name]) => name), pairs });
}

/**
 * @param {HTMLFormElement} form
 * @param {ReturnType<typeof snapshot>} before
 */
export function restore(form, { names, pairs }) {
  clear(form);
  grow(form, names);
  /** @type {Map<string, string[]>} */
  const given = new Map();
  for (const [name, each] of pairs) given.set(name, [...(given.get(name) ?? []), each]);
  for (const control of controls(form)) {
    const values = given.get(control.name);
    if (values) set(control, values);
    if (values) control.closest("details.eh-fold")?.setAttribute("open", "");
  }
  form.dispatchEvent(new Event("filled"));
  const placed = new Set(typed(form).map(String));
  return pairs.filter((each) => !placed.has(String(each)));
}

/** @type {(control: Control, values: string[]) => void} */
export function set(control, values) {
  if (isChoice(control)) control.checked = values.includes(control.value);
  else days.put(control, values.at(-1) ?? "");
}
