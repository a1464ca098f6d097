// What the page itself writes into hidden answers, each time the form is checked: an id that is nobody else's for the
// form and for each item that has one, and how often the answers were checked. Files carry them on.
import { isFilled } from "./repeat.js";

// Not randomUUID, which a page from a plain http host does not have.
const id = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export function make(form) {
  for (const hidden of form.querySelectorAll("[data-made='id']")) {
    const item = hidden.closest("[data-item]");
    const isKept = !item || isFilled(item); // an item left empty is no answer, and an id must not make it one
    hidden.value = isKept ? hidden.value || id() : "";
  }
  for (const hidden of form.querySelectorAll("[data-made='count']")) hidden.value = Number(hidden.value) + 1;
}
