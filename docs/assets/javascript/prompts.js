// Questions about single answers: each beside its field, and a list of links to them below what the result says first.
import { controlAt, describe, fieldOf, goTo } from "./errors.js";
import { button, element, part, parts } from "./parts.js";
import { spare } from "./repeat.js";
import { reveal } from "./sometimes.js";

/** @typedef {Prompt & { control: Control }} Placed */

/**
 * Shows what Python asks about the answers; gives the list of links, or nothing where there is no question.
 * @param {HTMLFormElement} form
 * @param {Prompt[]} prompts
 */
export function show(form, prompts) {
  clear(form);
  const asked = prompts.map((prompt) => ({ ...prompt, control: controlAt(form, prompt.path) }));
  for (const [place, prompt] of asked.entries()) stand(form, prompt, place);
  count(asked);
  return asked.length ? links(asked) : null;
}

/** @param {HTMLFormElement} form */
export function clear(form) {
  for (const old of form.querySelectorAll("[data-prompt]")) old.remove();
  for (const told of form.querySelectorAll("[data-asked]")) told.textContent = "";
  for (const described of form.querySelectorAll("[aria-describedby*='prompt-']")) describe(described, (id) => !id.startsWith("prompt-"));
}

/** @type {(form: HTMLFormElement, prompt: Placed, place: number) => void} */
function stand(form, { control, question, reason, suggestion, offer }, place) {
  const prompt = element("div", { className: "eh-prompt", id: `prompt-${place}` });
  prompt.dataset.prompt = "";
  prompt.append(element("p", { className: "eh-prompt__question", textContent: question }));
  for (const words of [reason, suggestion]) if (words) prompt.append(element("p", { textContent: words }));
  if (offer) prompt.append(taken(form, offer));
  reveal(control);
  fieldOf(control).append(prompt);
  describe(control, () => true, prompt.id);
}

// A folded item says how many questions stand in it.
/** @type {(asked: Placed[]) => void} */
function count(asked) {
  /** @type {Map<Element, number>} */
  const many = new Map();
  for (const { control } of asked) {
    for (let item = control.closest("[data-item]"); item; item = item.parentElement?.closest("[data-item]") ?? null) {
      many.set(item, (many.get(item) ?? 0) + 1);
    }
  }
  for (const [item, questions] of many) {
    part(item, ":scope > .eh-item__head [data-asked]").textContent = questions === 1 ? "1 question" : `${questions} questions`;
  }
}

// Puts what the question is about where it can be answered, and the keyboard at what is still to be said, or at its start.
/** @type {(form: HTMLFormElement, offer: Offer) => Element} */
function taken(form, { label, group, answers }) {
  return button(label, () => {
    const item = spare(form, group);
    const boxes = /** @type {Control[]} */ (parts(item, "input, select, textarea"));
    for (const [name, value] of answers) /** @type {Control} */ (part(item, `[name$=".${name}"]`)).value = value;
    const open = boxes.find((box) => !box.value) ?? boxes[0];
    if (open) goTo(open);
    form.dispatchEvent(new Event("input"));
  });
}

/** @type {(asked: Placed[]) => Element} */
function links(asked) {
  const box = element("div", { className: "eh-prompts" });
  box.dataset.prompts = "";
  const list = element("ul", {});
  list.append(...asked.map(link));
  box.append(element("p", { textContent: asked.length === 1 ? "One question stands beside your answers:" : `${asked.length} questions stand beside your answers:` }), list);
  return box;
}

/** @type {(asked: Placed) => Element} */
function link({ control, question, reason }) {
  control.id ||= control.name;
  const to = element("a", { href: `#${control.id}`, textContent: question });
  to.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(control);
  });
  const item = element("li", {});
  item.append(to, reason ? ` ${reason}` : "");
  return item;
}
