// What was typed into a date box before it is a whole day. The browser hands out nothing of it, so the keys are kept
// beside the box; and what comes back from a file as no day at all stands there as text, until it is one.

const SEPARATORS = ["/", "-", ".", " ", "ArrowRight", "Tab"];
const HALF = "part of a date";
const BRITISH = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/;
/** @type {WeakMap<Control, string>} */
const keys = new WeakMap(); // date box -> the keys that went into it

/** @param {HTMLFormElement} form */
export function start(form) {
  form.addEventListener("keydown", ({ target, key }) => {
    if (isDate(target)) keys.set(target, pressed(keys.get(target) ?? "", key));
  });
  form.addEventListener("input", ({ target }) => {
    if (isDate(target) && !target.validity.badInput) keys.delete(target);
  });
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.day !== undefined) mend(target);
  });
}

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement}
 */
const isDate = (target) => target instanceof HTMLInputElement && target.type === "date";

/**
 * The keys so far, after one more.
 * @param {string} before
 * @param {string} key
 */
export function pressed(before, key) {
  if (/^\d$/.test(key)) return before + key;
  if (SEPARATORS.includes(key)) return /\d$/.test(before) ? `${before}/` : before;
  if (key === "Backspace" || key === "Delete") return before.replace(/\d+$/, "");
  return before;
}

/**
 * What stands in a box as it was typed, whether or not it is an answer.
 * @param {Control} control
 */
export function typedIn(control) {
  return control.validity.badInput ? keys.get(control) || HALF : control.value;
}

/**
 * Puts a text into a box; one that the box would drop is shown as text.
 * @param {Control} control
 * @param {string} text
 */
export function put(control, text) {
  control.value = text;
  if (isDate(control) && control.value !== text) {
    control.type = "text";
    control.dataset.day = "";
    control.value = text;
  }
}

/**
 * Date boxes are empty and themselves again.
 * @param {Control} control
 */
export function clear(control) {
  keys.delete(control);
  if (!(control instanceof HTMLInputElement) || control.dataset.day === undefined) return;
  control.type = "date";
  control.value = "";
  delete control.dataset.day;
}

/** @param {HTMLInputElement} control */
function mend(control) {
  const text = control.value.trim();
  clear(control);
  put(control, isoDay(text));
  if (control.dataset.day !== undefined) control.value = text;
}

/**
 * A day as the British write it (3/4/2026), as date boxes have it; any other text as it is.
 * @param {string} text
 */
export const isoDay = (text) =>
  text.replace(BRITISH, (_, day, month, year) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
