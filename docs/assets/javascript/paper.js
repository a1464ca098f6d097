// Paper has nothing to press: sections of a form and details of a result are open on it, and as they were afterwards.
import { parts } from "./parts.js";

const FOLDS = ":is(.eh-section, .eh-details, .eh-fold):not([open], .eh-details--screen)";
const AROUND = ":is(.eh-danger details, .eh-about):not([open])";

/**
 * @param {HTMLElement} page
 * @param {AbortSignal} [signal]
 */
export function start(page, signal) {
  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  const listening = signal ? { signal } : {};
  window.addEventListener("beforeprint", () => {
    closed = [...parts(page, FOLDS, HTMLDetailsElement), ...parts(document, AROUND, HTMLDetailsElement)];
    for (const each of closed) each.open = true;
  }, listening);
  window.addEventListener("afterprint", () => {
    for (const each of closed) each.open = false;
  }, listening);
}
