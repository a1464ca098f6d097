// Paper has nothing to press: sections of a form and details of a result are open on it, and as they were afterwards.
import { parts } from "./parts.js";

/** @param {HTMLElement} page */
export function start(page) {
  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = parts(page, ":is(.eh-section, .eh-details):not([open])", HTMLDetailsElement);
    for (const each of closed) each.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const each of closed) each.open = false;
  });
}
