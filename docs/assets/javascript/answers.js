// A form's answers as [name, value] pairs; a name is the answer's path in the form's model.
import { grow, shrink } from "./repeat.js";

const isTicked = (control) => !control.matches("[type=radio], [type=checkbox]") || control.checked;

/** What an entry of a catalogue was answered with: a step's value, or "" while the entry is left out. */
export const step = (entry) => entry.querySelector(":scope > .eh-options input:checked")?.value ?? "";

// What was typed below an entry stays on the page when the entry is left out again, but it is no answer then.
const isAsked = (control) => {
  const below = control.closest(".eh-follow");
  return !below || step(below.closest(".eh-entry")) !== "";
};

// The browser hands out nothing for half a date. Python answers these words with what to mend. Half of a letter that is
// made of two (a cut-off emoji, say) cannot be sent on.
const HALF_LETTER = /\p{Surrogate}/gu;
const value = (control) => (control.validity.badInput ? "not-a-date" : control.value.replace(HALF_LETTER, "\ufffd"));

export const controls = (form) => [...form.elements].filter((control) => control.name);

export function entries(form) {
  return controls(form)
    .filter((control) => isTicked(control) && isAsked(control) && value(control).trim())
    .map((control) => [control.name, value(control)]);
}

export function clear(form) {
  form.reset();
  for (const control of controls(form)) if (control.type === "hidden") control.value = "";
  shrink(form);
  for (const fold of form.querySelectorAll("details.eh-fold")) fold.open = false;
}

/** Replaces what the form holds; a repeated group gets as many items as the answers have. */
export function fill(form, pairs) {
  clear(form);
  for (const [name] of pairs) grow(form, name);
  const given = new Map();
  for (const [name, each] of pairs) given.set(name, [...(given.get(name) ?? []), each]);
  for (const control of controls(form)) {
    const values = given.get(control.name);
    if (values) set(control, values);
    if (values) control.closest("details.eh-fold")?.setAttribute("open", "");
  }
  form.dispatchEvent(new Event("filled"));
}

function set(control, values) {
  if (control.matches("[type=radio], [type=checkbox]")) control.checked = values.includes(control.value);
  else control.value = values.at(-1);
}
