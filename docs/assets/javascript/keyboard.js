// What Material leaves out for the keyboard. Its menu and its search open by hidden checkboxes.
import { part, parts } from "./parts.js";

/** @type {Record<string, string>} */
const FIRST = { drawer: ".md-nav--primary .md-nav__list a", search: ".md-search__input" };

/** @param {string} name */
const toggle = (name) => part(document, `#__${name}`, HTMLInputElement);

/** @type {(button: HTMLElement, box: HTMLInputElement, name: string) => void} */
const opened = (button, box, name) => {
  if (box.checked) closeOthers(box);
  button.setAttribute("aria-expanded", String(box.checked));
  if (box.checked) parts(document, FIRST[name] ?? "body")[0]?.focus();
};

/** @param {HTMLInputElement} box */
const closeOthers = (box) => {
  for (const other of parts(document, "[data-md-toggle]:checked")) if (other !== box) other.click();
};

for (const button of parts(document, "[data-opens]")) {
  const { opens: name = "" } = button.dataset;
  const box = toggle(name);
  button.addEventListener("click", () => box.click());
  box.addEventListener("change", () => opened(button, box, name));
}

// Material closes its search with Escape, but not its menu.
document.addEventListener("keydown", ({ key }) => {
  const menu = toggle("drawer");
  if (key !== "Escape" || !menu.checked) return;
  menu.click();
  part(document, "[data-opens=drawer]").focus();
});

// Material's one-letter shortcuts would fire for people who speak to their computer (WCAG 2.1.4).
window.addEventListener(
  "keydown",
  (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (!typing && /^[fsnp/,.]$/.test(event.key)) event.stopImmediatePropagation();
  },
  true,
);
