// Two copies of one folder that say it otherwise: side by side, with who and when, and a choice for each; and two that
// were begun apart: who is who. Nothing changes until all choices are made.
import { button, element, part, parts } from "./parts.js";

/** @typedef {"mine" | "theirs"} Side */
/** @typedef {{ by: string, on: string }} From */
/** @typedef {{ id: string, title: string, mine: From, theirs: From | null, answers: { path: string, label: string, mine: string, theirs: string }[] }} Choice */
/** @typedef {{ id: string, is: string, name: string, here: string, there: string }} Who */
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

/** @type {(asked: { id: string, title: string, legend: string, options: [Side, string, string][] }, place: number) => HTMLElement} */
function drawnWhole({ id, title, legend, options }, place) {
  const made = element("section", { className: "eh-item" });
  const one = question(`choice-${place}`, legend, options);
  one.dataset.choice = JSON.stringify([id, ""]);
  made.append(element("h3", { textContent: title }), one);
  return made;
}

const drawnWhose = () => drawnWhole({
  id: "",
  title: "This folder was begun apart from the one on this page",
  legend: "Whose is it?",
  options: [["theirs", "The same family’s", "bring its people and forms in here"], ["mine", "Another family’s", "open it in place of this one"]],
}, 0);

/** @type {(who: Who, place: number) => HTMLElement} */
const drawnWho = ({ id, name, here, there }, place) => drawnWhole({
  id,
  title: name,
  legend: `Is ${name} in the file the same person as ${name} here?`,
  options: [
    ["theirs", "The same person", `${here || "nothing is known here"}; in the file: ${there || "nothing"}`],
    ["mine", "Two people", "both stay, and the one from the file gets a number"],
  ],
}, place);

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
 * Gives `ask(choices)`, which settles to what was chosen, or to null where somebody thought better of it; `askWhose()`,
 * which says whether a folder that was begun apart is the same family’s; `askWho(those)`, which gives the ids of whoever
 * is somebody here, with whom they are; and `drop`.
 * @param {HTMLElement} place
 */
export function createChoices(place) {
  const heading = part(place, "h2");
  const ways = part(place, "[data-choices-ways]");
  const list = part(place, "[data-choices]");
  const missing = part(place, "[data-choices-missing]");
  /** @type {(picks: Picks | null) => void} */
  let settle = () => {};

  /** @type {(title: string, asked: HTMLElement[], isOfCopies?: boolean) => Promise<Picks | null>} */
  const show = (title, asked, isOfCopies = false) => {
    settle(null);
    list.replaceChildren(...asked);
    heading.textContent = title;
    ways.hidden = !isOfCopies;
    place.hidden = false;
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

  /** @param {Choice[]} choices */
  const ask = (choices) => show("The two copies differ", choices.map(drawn), true);

  /** @returns {Promise<Side | null>} "theirs": it is this family’s */
  const askWhose = async () => (await show("Another folder", [drawnWhose()]))?.[""]?.[""] ?? null;

  /** @param {Who[]} those */
  const askWho = async (those) => {
    const picks = await show("Who is who?", those.map(drawnWho));
    return picks && Object.fromEntries(those.filter(({ id }) => picks[id]?.[""] === "theirs").map(({ id, is }) => [id, is]));
  };

  /** @param {Side} side */
  const all = (side) => {
    for (const each of parts(list, `input[value=${side}]`, HTMLInputElement)) each.checked = true;
  };
  ways.append(
    button("Keep all that is here", () => all("mine")), " ", button("Take all from the other copy", () => all("theirs")),
  );
  part(place, "[data-choices-done]").addEventListener("click", () => {
    const picks = picked(list);
    missing.hidden = picks !== null;
    if (picks) settle(picks);
    else parts(list, "[data-choice]").find((each) => !each.querySelector("input:checked"))?.querySelector("input")?.focus();
  });
  part(place, "[data-choices-not]").addEventListener("click", () => settle(null));
  return { ask, askWhose, askWho, drop: () => settle(null) };
}
