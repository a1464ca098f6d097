// What the folder asks about its people: who a name is, which of two facts is right, whether somebody new belongs to the
// family. Python gives each question with its answers; a press is one of them.
import { row, small } from "./folder-show.js";
import { button, element, part, parts } from "./parts.js";

/** @typedef {(way: string, given: Way["given"]) => unknown} Answer */

/** @type {(ask: Asking, answer: Answer) => Node[]} */
function sameAs({ words, person, others }, answer) {
  if (!others.length) return [];
  const label = element("label");
  const select = document.createElement("select");
  select.dataset.person = person;
  select.append(new Option("somebody else here", ""), ...others.map(({ id, name }) => new Option(name, id)));
  label.append("The same as ", select);
  return [label, small("They are one", words, () => (select.value ? answer("one", { person, other: select.value }) : select.focus()))];
}

/** @type {(ask: Asking, to: { answer: Answer, open: (item: string) => unknown }) => Element} */
const drawn = (ask, { answer, open }) => row(ask.words, [ask.words], [
  ...ask.ways.map(({ words, way, given }) => small(words, ask.words, () => answer(way, given))),
  ...(ask.open ? [small("Open the form", ask.words, () => open(ask.open ?? ""))] : []),
  ...sameAs(ask, answer),
]);

/**
 * Gives `draw(asks, people)`, with the ids of everybody who is in the folder; `meet(asks)`, for whoever came with a form
 * that was just closed, `lead()`, for the questions that it raised; and `drop`.
 * @param {HTMLElement} place
 * @param {{ answer: Answer, open: (item: string) => unknown }} to
 */
export function createAsks(place, to) {
  /** @type {Asking[]} */
  let asked = [];
  /** @type {Asking[]} */
  let met = [];
  let isLed = false;
  const fold = part(place, "[data-met-part]");

  const redraw = () => {
    const at = document.activeElement;
    const chosen = new Map(parts(place, "select", HTMLSelectElement).map((select) => [select.dataset.person, select.value]));
    const isHere = place.contains(at) || (isLed && !at?.matches("input, textarea, select"));
    place.hidden = asked.length + met.length === 0;
    fold.hidden = met.length === 0;
    part(place, "summary").textContent = met.length === 1 ? "1 new person: who is that?" : `${met.length} new people: who are they?`;
    part(place, "[data-asks]").replaceChildren(...asked.map((each) => drawn(each, to)));
    part(place, "[data-met]").replaceChildren(...met.map((each) => drawn(each, to)));
    for (const select of parts(place, "select", HTMLSelectElement)) {
      const before = chosen.get(select.dataset.person) ?? "";
      if ([...select.options].some(({ value }) => value === before)) select.value = before; // chosen while an answer was on its way
    }
    if (isHere && !place.hidden) part(place, "h2").focus();
    isLed = false;
  };

  part(place, "[data-met-right]").append(button("They are all right", () => {
    met = [];
    redraw();
  }));
  return {
    /** @type {(asks: Asking[], people: string[]) => void} */
    draw(asks, people) {
      asked = asks;
      met = met.filter(({ person }) => people.includes(person));
      redraw();
    },
    /** @param {Asking[]} asks */
    meet(asks) {
      met = asks;
      redraw();
    },
    /** Whoever closed a form that raises questions is led to them once they are drawn, unless they type by then. */
    lead() { isLed = true; },
    drop() {
      asked = [];
      met = [];
      redraw();
    },
  };
}
