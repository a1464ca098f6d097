// The parts of a form, as a list that stays in view: it says in words what is begun, done or asked for, and leads there.
import { isComplete, isAnswered, isFilled, items } from "./items.js";
import { around, part, parts } from "./parts.js";

/**
 * Gives `tell`, which says anew how far each part is.
 * @param {HTMLElement} page
 * @param {HTMLFormElement} form
 */
export function start(page, form) {
  const list = page.querySelector("[data-parts]");
  if (!(list instanceof HTMLElement)) return { tell() { /* a form of one part has no list */ } };
  const button = part(list, "[data-parts-open]");
  const sections = parts(form, "[data-part]");
  const links = parts(list, "a");

  /** @param {boolean} isOpen */
  const show = (isOpen) => {
    list.classList.toggle("eh-parts--open", isOpen);
    button.setAttribute("aria-expanded", String(isOpen));
  };

  const tell = () => {
    for (const [place, section] of sections.entries()) {
      part(around(/** @type {Element} */ (links[place]), "li"), "[data-state]").textContent = stateOf(section);
    }
  };

  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  list.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    show(false);
    button.focus();
  });
  list.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const section = link ? sections[links.indexOf(link)] : null;
    if (!section) return;
    event.preventDefault();
    show(false);
    const title = part(section, ".eh-part__title");
    title.scrollIntoView();
    title.focus({ preventScroll: true });
  });
  form.addEventListener("input", tell);
  form.addEventListener("filled", tell);
  tell();
  return { tell };
}

/**
 * How far a part is, in a word or two.
 * @param {HTMLElement} section
 */
export function stateOf(section) {
  const [errors, prompts] = ["[data-error]", "[data-prompt]"].map((what) => section.querySelectorAll(what).length);
  if (errors) return `${errors} to mend`;
  if (prompts) return prompts === 1 ? "1 question" : `${prompts} questions`;
  const given = /** @type {Control[]} */ (parts(section, "input, select, textarea")).filter(isAnswered).map(({ name }) => name);
  const needs = (section.dataset.needs ?? "").split(" ").filter(Boolean);
  if (!given.length) return untouched(section, needs);
  const hasAll = needs.every((need) => need.split("|").some((name) => given.some((each) => `${each}.`.startsWith(`${name}.`))));
  const begun = parts(section, "[data-repeat]").flatMap(items).filter((item) => isFilled(item) && !isComplete(item));
  return hasAll && !begun.length ? "done" : "begun";
}

/** @type {(section: HTMLElement, needs: string[]) => string} */
function untouched(section, needs) {
  if (needs.length) return "to do";
  return section.querySelector("[data-unasked]") ? "not asked" : "if needed";
}
