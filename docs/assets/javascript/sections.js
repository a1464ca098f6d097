// The parts of a form, as a list that stays in view: it says in words what is begun, done or asked for, and leads there.
// On a phone one part is open at a time, under a heading that opens it. The others are hidden "until found", so that the
// browser's own search and an address with a # reach them. On a desk, on paper and without scripts all are open.
import { isComplete, isAnswered, isFilled, items } from "./items.js";
import { around, element, part, parts } from "./parts.js";

const PHONE = "(max-width: 44.984375em)"; // as in the style
const WAITING = ["to do", "begun"];

/**
 * Gives `tell`, which says anew how far each part is.
 * @param {HTMLElement} page
 * @param {HTMLFormElement} form
 * @param {AbortSignal} [signal]
 */
export function start(page, form, signal) {
  const list = page.querySelector("[data-parts]");
  if (!(list instanceof HTMLElement)) return { tell() { /* a form of one part has no list */ } };
  const button = part(list, "[data-parts-open]");
  const sections = parts(form, "[data-part]");
  const links = parts(list, "a");
  const toggles = sections.map(createToggle);
  const phone = window.matchMedia(PHONE);

  /** @param {boolean} isShown */
  const show = (isShown) => {
    list.classList.toggle("eh-parts--open", isShown);
    button.setAttribute("aria-expanded", String(isShown));
  };

  const tell = () => {
    for (const [place, section] of sections.entries()) {
      const state = stateOf(section);
      part(around(/** @type {Element} */ (links[place]), "li"), "[data-state]").textContent = state;
      part(/** @type {HTMLElement} */ (toggles[place]), "[data-state]").textContent = state;
    }
  };

  /** @param {Element} target */
  const lead = (target) => {
    const section = sections.find((each) => each.contains(target));
    if (!section) return;
    openPart(section);
    const title = titleOf(section);
    title.scrollIntoView();
    (title.querySelector("button") ?? title).focus({ preventScroll: true });
  };

  let [last] = sections; // the one that was open, when all are
  const settle = () => {
    const at = sections.find((section) => section.contains(document.activeElement));
    const wasAtTitle = document.activeElement?.closest("[data-part-title]");
    if (!phone.matches) last = sections.find(isOpen) ?? last;
    for (const [place, section] of sections.entries()) {
      const toggle = /** @type {HTMLElement} */ (toggles[place]);
      titleOf(section).replaceChildren(phone.matches ? toggle : part(toggle, "[data-name]").textContent);
      setOpen(section, !phone.matches || section === (at ?? last));
    }
    if (at && wasAtTitle) lead(at);
    else if (at) document.activeElement?.scrollIntoView({ block: "nearest" });
  };

  const arrive = () => {
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (at && form.contains(at) && openPart(at)) at.scrollIntoView();
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
    lead(section);
  });
  for (const [place, toggle] of toggles.entries()) {
    const section = /** @type {HTMLElement} */ (sections[place]);
    toggle.addEventListener("click", () => (isOpen(section) ? setOpen(section, false) : lead(section)));
    section.querySelector("[data-part-next]")?.addEventListener("click", () => lead(/** @type {HTMLElement} */ (sections[place + 1])));
  }
  form.addEventListener("beforematch", ({ target }) => openPart(/** @type {Element} */ (target)));
  form.addEventListener("input", tell);
  form.addEventListener("filled", () => {
    tell();
    if (form.contains(document.activeElement)) return; // what is known can come while somebody is at a part already
    openPart(/** @type {HTMLElement} */ (sections.find((section) => WAITING.includes(stateOf(section))) ?? sections[0]));
  });
  phone.addEventListener("change", settle, signal && { signal });
  window.addEventListener("hashchange", arrive, signal && { signal });
  settle();
  tell();
  arrive();
  return { tell };
}

/** @type {(section: HTMLElement) => HTMLElement} */
const titleOf = (section) => part(section, "[data-part-title]");
/** @type {(section: HTMLElement) => HTMLElement} */
const bodyOf = (section) => part(section, "[data-part-body]");
/** @param {HTMLElement} section */
const isOpen = (section) => !bodyOf(section).hasAttribute("hidden");

/** @type {(section: HTMLElement) => HTMLElement} */
function createToggle(section) {
  const toggle = element("button", { type: "button", className: "eh-part__toggle" });
  const [name, state] = [element("span", { textContent: titleOf(section).textContent }), element("span", { className: "eh-parts__state" })];
  name.dataset.name = "";
  state.dataset.state = "";
  toggle.setAttribute("aria-controls", bodyOf(section).id);
  toggle.append(name, " ", state);
  return toggle;
}

/** @type {(section: HTMLElement, isNowOpen: boolean) => void} */
function setOpen(section, isNowOpen) {
  const body = bodyOf(section);
  if (isNowOpen) body.removeAttribute("hidden");
  else body.setAttribute("hidden", "until-found");
  titleOf(section).querySelector("button")?.setAttribute("aria-expanded", String(isNowOpen));
}

/**
 * Opens the part around an element where that is closed, and closes the others. Says whether it did.
 * @param {Element} within
 */
export function openPart(within) {
  const section = /** @type {HTMLElement | null} */ (within.closest("[data-part]"));
  if (!section?.querySelector("[data-part-body]") || isOpen(section)) return false;
  for (const each of parts(around(section, "form"), "[data-part]")) setOpen(each, each === section);
  return true;
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
