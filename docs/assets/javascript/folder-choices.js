// Two copies of one folder that say it otherwise: side by side, with who and when, and a choice for each. Nothing changes
// until all of them are made.
import { button, element, part, parts } from "./parts.js";

/** @typedef {"mine" | "theirs"} Side */
/** @typedef {{ by: string, on: string }} From */
/** @typedef {{ id: string, title: string, mine: From, theirs: From | null, answers: { path: string, label: string, mine: string, theirs: string }[] }} Choice */
/** @typedef {Record<string, Record<string, Side>>} Picks */

/** @type {(where: string, from: From | null) => string} */
const whose = (where, from) => {
  const who = [from?.by, from?.on].filter(Boolean).join(", ");
  return who ? `${where} (${who})` : where;
};

/** @type {(name: string, side: Side, whoseWords: string, answer: string) => Element} */
function option(name, side, whoseWords, answer) {
  const label = element("label");
  const radio = document.createElement("input");
  Object.assign(radio, { type: "radio", name, value: side });
  label.append(radio, element("strong", { textContent: `${whoseWords}: ` }), answer || "nothing");
  return label;
}

/** @type {(name: string, legend: string, options: [Side, string, string][]) => HTMLFieldSetElement} */
function question(name, legend, options) {
  const made = element("fieldset", { className: "eh-field" });
  const choices = element("div", { className: "eh-options" });
  choices.append(...options.map(([side, whoseWords, answer]) => option(name, side, whoseWords, answer)));
  made.append(element("legend", { textContent: legend }), choices);
  return made;
}

/** @type {(choice: Choice, place: number) => HTMLElement} */
function drawn({ id, title, mine, theirs, answers }, place) {
  const made = element("section", { className: "eh-item" });
  made.append(element("h3", { textContent: title }));
  const asked = theirs
    ? answers.map(({ path, label, mine: one, theirs: other }) => ({ path, label, options: /** @type {[Side, string, string][]} */ ([["mine", whose("Here", mine), one], ["theirs", whose("The other copy", theirs), other]]) }))
    : [{ path: "", label: "It was removed in the other copy", options: /** @type {[Side, string, string][]} */ ([["mine", whose("Here", mine), "keep it"], ["theirs", "The other copy", "remove it here too"]]) }];
  for (const [at, { path, label, options }] of asked.entries()) {
    const one = question(`choice-${place}-${at}`, label, options);
    one.dataset.choice = JSON.stringify([id, path]);
    made.append(one);
  }
  return made;
}

/**
 * What was chosen, or null while a choice is still to be made.
 * @param {ParentNode} within
 * @returns {Picks | null}
 */
export function picked(within) {
  /** @type {Picks} */
  const picks = {};
  for (const asked of parts(within, "[data-choice]")) {
    const [id, path] = /** @type {Pair} */ (JSON.parse(asked.dataset.choice ?? "[]"));
    const side = /** @type {HTMLInputElement | null} */ (asked.querySelector("input:checked"))?.value;
    if (!side) return null;
    picks[id] = { ...picks[id], [path]: /** @type {Side} */ (side) };
  }
  return picks;
}

/**
 * Gives `ask(choices)`, which settles to what was chosen, or to null where somebody thought better of it; and `drop`.
 * @param {HTMLElement} place
 */
export function createChoices(place) {
  const list = part(place, "[data-choices]");
  const missing = part(place, "[data-choices-missing]");
  /** @type {(picks: Picks | null) => void} */
  let settle = () => {};

  /** @param {Choice[]} choices */
  const ask = (choices) => {
    settle(null);
    list.replaceChildren(...choices.map(drawn));
    place.hidden = false;
    const heading = part(place, "h2");
    heading.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start" });
    return new Promise((/** @type {(picks: Picks | null) => void} */ resolve) => {
      settle = (picks) => {
        settle = () => {};
        place.hidden = true;
        missing.hidden = true;
        list.replaceChildren();
        resolve(picks);
      };
    });
  };

  /** @param {Side} side */
  const all = (side) => {
    for (const each of parts(list, `input[value=${side}]`, HTMLInputElement)) each.checked = true;
  };
  part(place, "[data-choices-ways]").append(
    button("Keep all that is here", () => all("mine")), " ", button("Take all from the other copy", () => all("theirs")),
  );
  part(place, "[data-choices-done]").addEventListener("click", () => {
    const picks = picked(list);
    missing.hidden = picks !== null;
    if (picks) settle(picks);
    else parts(list, "[data-choice]").find((each) => !each.querySelector("input:checked"))?.querySelector("input")?.focus();
  });
  part(place, "[data-choices-not]").addEventListener("click", () => settle(null));
  return { ask, drop: () => settle(null) };
}
