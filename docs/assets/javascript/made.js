// What the page itself writes into hidden answers, each time the form is checked: an id that is nobody else's for the
// form and for each item that has one, how often the answers were checked, and the day of each item with an id, which
// stays when the item goes. Files carry them on.
import { isFilled } from "./repeat.js";

// Not randomUUID, which a page from a plain http host does not have.
const id = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export function make(form) {
  for (const hidden of form.querySelectorAll("[data-made='id']")) {
    const item = hidden.closest("[data-item]");
    const isKept = !item || isFilled(item); // an item left empty is no answer, and an id must not make it one
    hidden.value = isKept ? hidden.value || id() : "";
  }
  for (const hidden of form.querySelectorAll("[data-made='days']")) {
    const days = new Map(hidden.value.split(" ").filter(Boolean).map((each) => each.split("@")));
    for (const own of form.querySelectorAll("[data-item] [data-made='id']")) {
      const day = own.closest("[data-item]").querySelector("input[type=date]")?.value;
      if (own.value && day) days.set(own.value, day);
    }
    hidden.value = [...days].map((each) => each.join("@")).join(" ");
  }
  for (const hidden of form.querySelectorAll("[data-made='count']")) hidden.value = Number(hidden.value) + 1;
}
