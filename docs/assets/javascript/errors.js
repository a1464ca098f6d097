// Answers to mend, as GOV.UK shows them: one summary that takes focus, and a message beside each field.
import { controls } from "./answers.js";
import { openAround } from "./items.js";
import { around, element, part } from "./parts.js";
import { pagePath } from "./repeat.js";
import { openPart } from "./sections.js";
import { reveal } from "./sometimes.js";

/** @typedef {{ control: Control, message: string }} Problem */

const PREFIX = "Error: ";
const MOST = 50; // in the list; nobody mends more at a time, and thousands hold up the page

/**
 * @param {HTMLFormElement} form
 * @param {Pair[]} errors as [path, message]
 */
export function show(form, errors) {
  clear(form);
  const problems = errors.slice(0, MOST).map(([path, message]) => ({ message, control: controlAt(form, path) }));
  for (const { control, message } of problems) mark(control, message);
  if (problems[0]) openPart(problems[0].control);
  const summary = summarise(problems, errors.length - problems.length);
  form.prepend(summary);
  document.title = PREFIX + document.title;
  summary.focus({ preventScroll: true });
  summary.scrollIntoView();
}

/** @param {HTMLFormElement} form */
export function clear(form) {
  if (document.title.startsWith(PREFIX)) document.title = document.title.slice(PREFIX.length);
  for (const old of form.querySelectorAll("[data-errors], [data-error]")) old.remove();
  for (const described of form.querySelectorAll("[aria-describedby*='-error']")) describe(described, (id) => !id.endsWith("-error"));
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
}

/**
 * Shows a control that may be in a closed part or section, a folded item or a part that is not asked now, and puts the keyboard there.
 * @param {Control} control
 */
export function goTo(control) {
  openPart(control);
  reveal(control);
  openAround(control);
  for (let outer = control.closest("details"); outer; outer = outer.parentElement?.closest("details") ?? null) outer.open = true;
  fieldOf(control).scrollIntoView({ block: "start" });
  control.focus({ preventScroll: true });
}

/**
 * The control of an answer's path; what is said of a whole group stands at its first question.
 * @param {HTMLFormElement} form
 * @param {string} answerPath
 */
export function controlAt(form, answerPath) {
  const path = pagePath(form, answerPath);
  const all = controls(form).filter((control) => control.type !== "hidden");
  const name = nearest(path, all.map((control) => control.name));
  return /** @type {Control} */ (all.find((control) => control.name === name) ?? all[0]);
}

/**
 * Which of some names, in page order, a path means: itself, the first within it, or the same of what it is in.
 * @param {string} path
 * @param {string[]} names
 */
export function nearest(path, names) {
  for (let at = path; at; at = at.slice(0, Math.max(at.lastIndexOf("."), 0))) {
    const found = names.includes(at) ? at : names.find((name) => name.startsWith(`${at}.`));
    if (found) return found;
  }
  return names[0];
}

/** @param {Control} control */
export const fieldOf = (control) => around(control, ".eh-field, .eh-entry");

/** @type {(control: Control, message: string) => void} */
function mark(control, message) {
  const field = fieldOf(control);
  openAround(control);
  reveal(control);
  if (field.querySelector(":scope > [data-error]")) return;
  const isGroup = field.matches("fieldset");
  const said = element("p", { className: "eh-error", id: `${control.name}-error` });
  said.dataset.error = "";
  said.append(element("span", { className: "eh-unseen", textContent: PREFIX }), message);
  (field.querySelector(":scope > .eh-hint") ?? part(field, ":scope > :is(label, legend)")).after(said);
  describe(isGroup ? field : control, () => true, said.id);
  if (!isGroup) control.setAttribute("aria-invalid", "true");
}

/**
 * Leaves those ids that describe an element which are kept, with one more before them.
 * @param {Element} described
 * @param {(id: string) => boolean} keep
 * @param {string} [first]
 */
export function describe(described, keep, first) {
  const ids = (described.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && keep(id));
  const all = first ? [first, ...ids] : ids;
  if (all.length) described.setAttribute("aria-describedby", all.join(" "));
  else described.removeAttribute("aria-describedby");
}

/** @type {(problems: Problem[], more: number) => HTMLElement} */
function summarise(problems, more) {
  const summary = element("div", { className: "eh-errors", tabIndex: -1, role: "alert" });
  summary.dataset.errors = "";
  const title = element("h2", { textContent: "There is a problem", id: "errors-title" });
  summary.setAttribute("aria-labelledby", title.id);
  const list = element("ul", {});
  list.append(...problems.map(listed));
  if (more > 0) list.append(element("li", { textContent: `and ${more.toLocaleString("en-GB")} more` }));
  summary.append(title, list);
  return summary;
}

/** @type {(problem: Problem) => Element} */
function listed({ control, message }) {
  control.id ||= control.name;
  const link = element("a", { href: `#${control.id}`, textContent: message });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(control);
  });
  const item = element("li", {});
  item.append(link);
  return item;
}
