// A long list of things that may be seen: how many are chosen in each section, and sections that open as needed.
import { step } from "./answers.js";
import { part, parts } from "./parts.js";

/** @param {HTMLFormElement} form */
const sections = (form) => parts(form, ".eh-section", HTMLDetailsElement);
/** @param {HTMLElement} section */
const chosen = (section) => parts(section, ".eh-entry").filter((entry) => step(entry) !== "").length;

/**
 * Counts anew; after answers were filled in, `open` also opens the sections that hold some.
 * @param {HTMLFormElement} form
 */
export function count(form, { open = false } = {}) {
  for (const section of sections(form)) {
    const many = chosen(section);
    part(section, "[data-count]").textContent = many ? `${many} chosen` : "";
    if (open) section.open = many > 0;
  }
}

/** @param {HTMLFormElement} form */
export function start(form) {
  const all = form.querySelector("[data-open-all]");
  if (!all) return;
  const areOpen = () => sections(form).every((section) => section.open);
  const label = () => { all.textContent = areOpen() ? "Close all sections" : "Open all sections"; };
  all.addEventListener("click", () => {
    const open = !areOpen();
    for (const section of sections(form)) section.open = open;
  });
  for (const section of sections(form)) section.addEventListener("toggle", label);
  count(form);
}
