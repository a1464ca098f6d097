// The parts of a page: those that a script needs to find on it, and new ones that it makes.
import { MissingPart } from "./faults.js";

/**
 * `found`, which has to be of that kind.
 * @template {Element} T
 * @param {unknown} found
 * @param {string} what
 * @param {abstract new () => T} kind
 */
function needed(found, what, kind) {
  if (found instanceof kind) return found;
  throw new MissingPart(what);
}

/**
 * The first part within another that a selector finds.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 * @param {abstract new () => T} [kind]
 */
export const part = (within, selector, kind = /** @type {abstract new () => any} */ (HTMLElement)) =>
  /** @type {T} */ (needed(within.querySelector(selector), selector, kind));

/**
 * All parts within another that a selector finds, of that kind.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 * @param {abstract new () => T} [kind]
 */
export const parts = (within, selector, kind = /** @type {abstract new () => any} */ (HTMLElement)) =>
  /** @type {T[]} */ ([...within.querySelectorAll(selector)].filter((each) => each instanceof kind));

/**
 * The nearest part around another that a selector finds.
 * @param {Element} within
 * @param {string} selector
 */
export const around = (within, selector) => needed(within.closest(selector), selector, HTMLElement);

/**
 * A field of a form, by its name.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export const fieldNamed = (form, name) => /** @type {Control} */ (needed(form.elements.namedItem(name), `a field "${name}"`, HTMLElement));

/**
 * What a template holds, once more.
 * @param {HTMLTemplateElement} template
 */
export const copied = (template) => needed(template.content.firstElementChild?.cloneNode(true), "what a template holds", HTMLElement);

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} [properties]
 */
export const element = (name, properties = {}) => Object.assign(document.createElement(name), properties);

/**
 * @param {string} words
 * @param {() => unknown} [press]
 */
export function button(words, press = () => {}) {
  const made = element("button", { type: "button", className: "eh-button", textContent: words });
  made.addEventListener("click", press);
  return made;
}
