// Answers to mend, as GOV.UK shows them: one summary that takes focus, and a message beside each field.
import { controls } from "./answers.js";
import { pagePath } from "./repeat.js";

const PREFIX = "Error: ";
const MOST = 50; // in the list; nobody mends more at a time, and thousands hold up the page

export function show(form, errors) {
  clear(form);
  const problems = errors.slice(0, MOST).map(([path, message]) => ({ message, control: controlAt(form, path) }));
  for (const { control, message } of problems) mark(control, message);
  const summary = summarise(problems, errors.length - problems.length);
  form.prepend(summary);
  document.title = PREFIX + document.title;
  summary.focus({ preventScroll: true });
  summary.scrollIntoView();
}

export function clear(form) {
  if (document.title.startsWith(PREFIX)) document.title = document.title.slice(PREFIX.length);
  for (const old of form.querySelectorAll("[data-errors], [data-error]")) old.remove();
  for (const described of form.querySelectorAll("[aria-describedby*='-error']")) describe(described, (id) => !id.endsWith("-error"));
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
}

/** Shows a control that may be in a closed section, and puts the keyboard there. */
export function goTo(control) {
  for (let outer = control.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
  fieldOf(control).scrollIntoView({ block: "start" });
  control.focus({ preventScroll: true });
}

/** The control of an answer's path; what is said of a whole group stands at its first question. */
export function controlAt(form, answerPath) {
  const path = pagePath(form, answerPath);
  const all = controls(form).filter((control) => control.type !== "hidden");
  for (let at = path; at; at = at.slice(0, Math.max(at.lastIndexOf("."), 0))) {
    const control = all.find(({ name }) => name === at) ?? all.find(({ name }) => name.startsWith(`${at}.`));
    if (control) return control;
  }
  return all[0];
}

export const fieldOf = (control) => control.closest(".eh-field, .eh-entry");

function mark(control, message) {
  const field = fieldOf(control);
  if (field.querySelector(":scope > [data-error]")) return;
  const isGroup = field.matches("fieldset");
  const said = element("p", { className: "eh-error", id: `${control.name}-error` });
  said.dataset.error = "";
  said.append(element("span", { className: "eh-unseen", textContent: PREFIX }), message);
  (field.querySelector(":scope > .eh-hint") ?? field.querySelector(":scope > :is(label, legend)")).after(said);
  describe(isGroup ? field : control, () => true, said.id);
  if (!isGroup) control.setAttribute("aria-invalid", "true");
}

export function describe(element, keep, first) {
  const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && keep(id));
  const all = first ? [first, ...ids] : ids;
  if (all.length) element.setAttribute("aria-describedby", all.join(" "));
  else element.removeAttribute("aria-describedby");
}

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

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
