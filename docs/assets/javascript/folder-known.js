// What the folder knows already, offered to a form that begins: each with where it is from. Python puts it into the empty
// places of what stands in the form, so that nothing is overwritten; and all of it can be changed there.
import { controls, restore, set, snapshot } from "./answers.js";
import { controlAt, fieldOf } from "./errors.js";
import { inWords } from "./folder-model.js";
import { isAnswered } from "./items.js";
import { button, element, parts } from "./parts.js";

/** @typedef {{ path: string, label: string, value: string, source: string }} Came */
/** @typedef {{ entries: Pair[], came: Came[], about: { id: string, name: string }[], whom: string }} Beginning */

/**
 * @param {Came[]} came
 * @returns {[source: string, those: Came[]][]}
 */
export function bySource(came) {
  /** @type {Map<string, Came[]>} */
  const found = new Map();
  for (const each of came) found.set(each.source, [...(found.get(each.source) ?? []), each]);
  return [...found];
}

/**
 * What stands in a form, without what came from the folder and still stands as it came.
 * @type {(typed: Pair[], known: Beginning) => Pair[]}
 */
export function lacking(typed, { entries, came }) {
  const from = new Set(entries.filter(([path]) => came.some((each) => each.path === path)).map(String));
  return typed.filter((pair) => !from.has(String(pair)));
}

/**
 * Asks at `place` whom a form is about, of everybody whom it can be about.
 * @param {HTMLElement} place
 * @param {Beginning} known
 * @param {(id: string) => unknown} choose
 */
export function askWhom(place, { about, whom }, choose) {
  const those = document.createElement("select");
  those.id = "folder-whom";
  those.append(element("option", { value: "", textContent: "Choose a child" }), ...about.map(({ id, name }) => element("option", { value: id, textContent: name })));
  those.value = whom;
  those.addEventListener("change", () => choose(those.value));
  const label = element("label", { textContent: "Which child is it about?" });
  label.setAttribute("for", those.id);
  const field = element("div", { className: "eh-field" });
  field.append(label, those);
  place.replaceChildren(field);
  place.hidden = false;
}

/** @param {HTMLFormElement} form */
const unmark = (form) => {
  for (const each of parts(form, ".eh-from")) each.remove();
};

/** @type {(form: HTMLFormElement, came: Came) => void} */
function mark(form, { path, source }) {
  const field = fieldOf(controlAt(form, path));
  if (!field.querySelector(":scope > .eh-from")) field.append(element("p", { className: "eh-hint eh-from", textContent: `From ${source}` }));
}

/**
 * Whoever is named in an item brings along what the folder knows of them, into its empty places. Says whether anything came.
 * @type {(form: HTMLFormElement, item: Element, known: Beginning) => boolean}
 */
export function bringAlong(form, item, { entries, came }) {
  const values = new Map(entries);
  const those = came.filter(({ path }) => item.contains(controlAt(form, path)));
  for (const each of those) {
    const { name } = controlAt(form, each.path);
    const boxes = controls(form).filter((control) => control.name === name);
    if (boxes.some(isAnswered)) continue; // typed meanwhile
    for (const box of boxes) set(box, [values.get(each.path) ?? ""]);
    mark(form, each);
  }
  if (those.length) form.dispatchEvent(new Event("input"));
  return those.length > 0;
}

/** @type {(came: Came[]) => Element} */
function list(came) {
  const made = element("ul");
  for (const [source, those] of bySource(came)) {
    const line = element("li");
    line.append(element("strong", { textContent: `From ${source}: ` }), those.map(({ label, value }) => `${label}: ${inWords(value)}`).join("; "));
    made.append(line);
  }
  return made;
}

/** @type {(came: Came[], words: string) => Element} */
function folded(came, words) {
  const fold = element("details", { className: "eh-more" });
  fold.append(element("summary", { textContent: `${came.length === 1 ? "1 answer is" : `${came.length} answers are`} ${words}` }), list(came));
  return fold;
}

/**
 * Draws the offer at `place`; one press puts all of it into the form, and Undo takes it out again. `read()` asks Python for
 * it, from what stands in the form at that time.
 * @param {HTMLElement} place
 * @param {import("./folder-form.js").Opened} opened
 * @param {Beginning} known
 * @param {{ read: () => Promise<Beginning>, touch: () => void }} to
 */
export function offer(place, opened, known, to) {
  place.hidden = known.came.length === 0;
  if (place.hidden) return place.replaceChildren();
  const all = button("Put what is known into the form", async () => {
    put(place, opened, await to.read(), to).focus();
    to.touch();
  });
  return place.replaceChildren(folded(known.came, "known already"), all);
}

/**
 * Puts what is known into the form and says what came from where; gives the button that undoes it.
 * @type {(...given: Parameters<typeof offer>) => HTMLElement}
 */
export function put(place, opened, known, to) {
  const { form, filled, undo } = opened;
  const before = snapshot(form);
  filled(known.entries);
  for (const each of known.came) mark(form, each);
  place.hidden = known.came.length === 0;
  place.replaceChildren(folded(known.came, "in the form already"));
  return undo.offer("What is known is in the form. Each answer can be changed.", (notice) => place.append(notice), () => {
    restore(form, before);
    unmark(form);
    offer(place, opened, known, to);
    return "What was filled in is out again.";
  });
}
