// The family on the page: who is in it, what has been done, what comes next. Each is a list that is drawn anew.
import { today } from "./asking.js";
import { button, element, part, parts } from "./parts.js";

/**
 * @param {string} words
 * @param {string} more what a screen reader adds, so that buttons of one name can be told apart
 * @param {() => unknown} press
 */
export function small(words, more, press) {
  const made = button(words, press);
  made.append(element("span", { className: "eh-unseen", textContent: ` ${more}` }));
  return made;
}

/**
 * @param {string} key
 * @param {(string | Node)[]} said
 * @param {Node[]} buttons
 */
export function row(key, said, buttons) {
  const made = element("li");
  made.dataset.row = key;
  const words = element("p");
  words.append(...said);
  const presses = element("p", { className: "eh-row" });
  presses.append(...buttons);
  made.append(words, ...(buttons.length ? [presses] : []));
  return made;
}

/**
 * Draws a list anew; whoever is at one of its buttons by keyboard stays there.
 * @param {HTMLElement} list
 * @param {Element[]} rows
 */
function redraw(list, rows) {
  const at = list.contains(document.activeElement) ? document.activeElement?.closest("[data-row]") : null;
  const place = at ? parts(at, "button").indexOf(/** @type {HTMLElement} */ (document.activeElement)) : -1;
  list.replaceChildren(...rows);
  const again = rows.find((each) => each.getAttribute("data-row") === at?.getAttribute("data-row"));
  if (again) parts(again, "button")[place]?.focus({ preventScroll: true });
}

/** @param {string} words */
const strong = (words) => element("strong", { textContent: words });

/** @param {(string | false)[]} those */
const listed = (...those) => those.filter(Boolean).join(", ");

/** @param {string} words */
const quiet = (words) => element("span", { className: "eh-folder__about-them", textContent: words });

/** @param {View["due"][number]} due */
const dueRow = ({ what, day, why }) =>
  row(`${what} ${day}`, [strong(day ? `${day}: ${what}` : what), ...why.map(({ from, source }) => quiet(listed(from, source)))], []);

/** @type {(home: HTMLElement, view: View, act: Acts) => void} */
function showDue(home, { due, comes_next: next }, act) {
  const halfDone = next.filter(({ item }) => item);
  const dated = due.filter(({ day, is_past: isPast }) => day && !isPast);
  const past = due.filter(({ is_past: isPast }) => isPast);
  const undated = due.filter(({ day }) => !day);
  part(home, "[data-due-part]").hidden = due.length + halfDone.length === 0;
  redraw(part(home, "[data-due]"), [
    ...halfDone.map(({ item, title, why }) => row(`next ${item}`, [strong(title), quiet(why)], [small("Go on", `with it: ${title}`, () => act.open(item))])),
    ...dated.map(dueRow),
  ]);
  for (const [name, those] of Object.entries({ past, undated })) {
    part(home, `[data-${name}-part]`).hidden = those.length === 0;
    redraw(part(home, `[data-${name}]`), those.map(dueRow));
  }
}

/** @typedef {Record<"change" | "leave" | "open" | "goOn" | "remove", (id: string) => unknown>} Acts */

/** @type {(item: View["items"][number], act: Acts) => Element} */
function itemRow({ id, title, on, day, by, for_whom_words: forWhom, state, summary }, act) {
  const which = `${title}, ${day}`;
  const said = [strong(title), quiet(listed(day, by, state === "unfinished" && "not finished")), quiet([summary, `For: ${forWhom}`].filter(Boolean).join(". "))];
  const goOn = on < today() && state === "finished" ? [small("Go on today", `with ${which}`, () => act.goOn(id))] : [];
  return row(id, said, [small("Open", which, () => act.open(id)), ...goOn, small("Remove", which, () => act.remove(id))]);
}

/**
 * @param {HTMLElement} home
 * @param {View} view
 * @param {Acts} act
 */
export function show(home, view, act) {
  part(home, "[data-nobody]").hidden = view.people.length > 0;
  redraw(part(home, "[data-people]"), view.people.map(({ id, name, about }) =>
    row(id, [strong(name), quiet(about)], [small("Change", name, () => act.change(id)), small("Remove", name, () => act.leave(id))])));
  part(home, "[data-nothing]").hidden = view.items.length > 0;
  redraw(part(home, "[data-items]"), view.items.map((item) => itemRow(item, act)));
  const training = part(home, "[data-training-family]");
  training.hidden = !view.training;
  part(training, "span").textContent = view.training;
  showDue(home, view, act);
}

/**
 * The forms that one can go to from the one that is open.
 * @param {HTMLElement} list
 * @param {{ title: string, isGoneOnWith: boolean, go: () => unknown }[]} forms
 */
export function showNext(list, forms) {
  list.replaceChildren(...forms.map(({ title, isGoneOnWith, go }) => {
    const made = element("li");
    made.append(button(isGoneOnWith ? `${title}: go on today` : title, go));
    return made;
  }));
}
