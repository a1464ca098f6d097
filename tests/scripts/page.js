// A page without a browser, for the scripts of which only the logic is tried here; tests/site tries them in Chromium.
// Imported before the script that is tried.
import { Window } from "happy-dom";

const window = new Window({ url: "https://guide.example/forms/smart-plan/" });
const NAMES = [
  "CSS", "CustomEvent", "Element", "Event", "HTMLAnchorElement", "HTMLButtonElement", "HTMLDetailsElement", "HTMLElement",
  "HTMLFormElement", "HTMLInputElement", "HTMLLinkElement", "HTMLSelectElement", "HTMLTemplateElement", "HTMLTextAreaElement",
  "KeyboardEvent", "Option", "SVGElement", "document", "location",
];
for (const name of NAMES) Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
globalThis.window = window;
window.HTMLElement.prototype.scrollIntoView = () => {};

/** Puts HTML into the page, and gives its form. */
export function formOf(html) {
  document.title = "A form";
  document.body.innerHTML = `<form>${html}</form>`;
  return document.querySelector("form");
}

export const $ = (selector) => document.querySelector(selector);
export const all = (selector) => [...document.querySelectorAll(selector)];
export const named = (name) => $(`[name="${name}"]`);

/** As macros/templates/labelled.html. */
export const field = (name, box = `<input type="text" id="${name}" name="${name}">`) =>
  `<div class="eh-field"><label for="${name}">${name}</label>${box}</div>`;

export const radios = (name, ...values) =>
  `<fieldset class="eh-field"><legend>${name}</legend>${values.map((value) => `<label><input type="radio" name="${name}" value="${value}">${value}</label>`).join("")}</fieldset>`;

const HEAD = `<div class="eh-item__head"><button type="button" aria-expanded="true" data-fold><strong>Item <span data-number>1</span></strong> <span data-line></span> <span data-asked></span></button>
<button type="button" data-shift="-1">Up</button><button type="button" data-shift="1">Down</button></div>`;

/** As macros/templates/repeat.html; `inside(path)` is what an item holds, `needs` and `line` are what its model says. */
export function repeated(name, inside, { needs = "", line = "" } = {}) {
  const item = (place) => `<fieldset class="eh-item" data-item="${place}"><legend>Item <span data-number>1</span></legend>${HEAD}${inside(`${name}.${place}`)}<button type="button" data-remove>Remove</button></fieldset>`;
  return `<div data-repeat="${name}" data-needs="${needs}" data-says="${line}">${item(0)}<template>${item("new")}</template><button type="button" data-add>Add another</button></div>`;
}

export const press = (element) => element.dispatchEvent(new Event("click", { bubbles: true }));
