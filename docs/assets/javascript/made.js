// What the page itself writes into hidden answers, each time the form is checked: an id that is nobody else's for the
// form and for each item that has one, how often the answers were checked, and the day of each item with an id, which
// stays when the item goes. Files carry them on.
import { around, parts } from "./parts.js";
import { isFilled } from "./items.js";

// Not randomUUID, which a page from a plain http host does not have.
const id = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param {HTMLFormElement} form */
export function make(form) {
  for (const hidden of made(form, "id")) {
    const item = /** @type {HTMLElement | null} */ (hidden.closest("[data-item]"));
    const isKept = !item || isFilled(item); // an item left empty is no answer, and an id must not make it one
    hidden.value = isKept ? hidden.value || id() : "";
  }
  for (const hidden of made(form, "days")) {
    const own = made(form, "id").filter((each) => each.closest("[data-item]")).map((each) => [each.value, dayBeside(each)]);
    hidden.value = withDays(hidden.value, own);
  }
  for (const hidden of made(form, "count")) hidden.value = String(Number(hidden.value) + 1);
}

/** @type {(form: HTMLFormElement, kind: string) => HTMLInputElement[]} */
const made = (form, kind) => parts(form, `[data-made="${kind}"]`, HTMLInputElement);

/** @param {Element} own */
const dayBeside = (own) => parts(around(own, "[data-item]"), "input[type=date]", HTMLInputElement)[0]?.value ?? "";

/**
 * Days of items, as "id@day id@day", with those that the items have now; an item that went keeps its day.
 * @param {string} kept
 * @param {string[][]} own ids, each with its day
 */
export function withDays(kept, own) {
  const days = new Map(kept.split(" ").filter(Boolean).map((each) => /** @type {Pair} */ (each.split("@"))));
  for (const [item, day] of own) if (item && day) days.set(item, day);
  return [...days].map((each) => each.join("@")).join(" ");
}
