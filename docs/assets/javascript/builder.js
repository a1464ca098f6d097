// Building a picture step by step. The form's text is the only truth: every step is a new text, and undo is the one before.
import { inWords } from "./faults.js";
import { holds } from "./held.js";
import { element, fieldNamed, part, parts } from "./parts.js";

const LONGEST = 400_000; // letters that Python takes
const PAUSE = 400; // ms after the last key, before what was typed is drawn

/**
 * `ask(question, message)` asks the form in Python; `today()` is the day that ages are counted on.
 * @param {HTMLElement} builder
 * @param {HTMLFormElement} form
 * @param {{ ask: Ask, today: () => string, say: Say, signal?: AbortSignal | undefined }} of
 */
export function start(builder, form, { ask, today, say, signal }) {
  const [picture, faulty, refused] = [part(builder, "[data-picture]"), part(builder, "[data-faults]"), part(builder, "[data-refused]")];
  const [name, born] = [part(builder, "[data-name]", HTMLInputElement), part(builder, "[data-born]", HTMLInputElement)];
  const [sex, who] = [part(builder, "[data-sex]", HTMLSelectElement), part(builder, "[data-who]", HTMLSelectElement)];
  const [undo, redo] = [part(builder, "[data-undo]", HTMLButtonElement), part(builder, "[data-redo]", HTMLButtonElement)];
  const [text, on] = [fieldNamed(form, "text"), fieldNamed(form, "on")];
  /** @type {string[]} */
  const past = [];
  /** @type {string[]} */
  const future = [];
  let drawn = 0; // a drawing that comes back late is not shown
  /** @type {Timer} */
  let waiting;

  /** @param {Partial<Shown>} [shown] */
  const draw = ({ svg = "", faults = [], people = [] } = {}) => {
    picture.innerHTML = svg || '<p class="eh-hint">The picture appears here.</p>'; // our own renderer's: names are escaped
    faulty.replaceChildren(...faults.map((words) => element("li", { textContent: words })));
    who.replaceChildren(...people.map((person) => new Option(person.name, person.id)));
  };

  const show = async () => {
    const mine = ++drawn;
    if (text.value.length > LONGEST) return draw({ faults: [`The text has ${text.value.length.toLocaleString("en-GB")} characters. A picture can be drawn of ${LONGEST.toLocaleString("en-GB")} at most.`] });
    const shown = /** @type {Shown} */ (await ask("show", JSON.stringify({ text: text.value, today: on.value || today() })));
    if (mine !== drawn) return;
    const chosen = who.value;
    draw(shown);
    choose(shown.people.some(({ id }) => id === chosen) ? chosen : shown.people.at(0)?.id ?? "");
  };

  /** @param {string} id */
  const choose = (id) => {
    who.value = id;
    for (const person of parts(picture, "[data-person]", SVGElement)) {
      person.toggleAttribute("data-chosen", person.dataset.person === id);
    }
  };

  const canTurn = () => {
    undo.disabled = !past.length;
    redo.disabled = !future.length;
  };

  /** @param {string} words */
  const put = async (words) => {
    text.value = words;
    form.dispatchEvent(new Event("input"));
    canTurn();
    await show();
  };

  /** @type {Say} */
  const refuse = (words) => {
    refused.textContent = words;
    refused.hidden = !words;
  };

  /** @param {HTMLButtonElement} button */
  const step = async (button) => {
    const typed = { name: name.value, sex: sex.value, born: born.value };
    const said = { text: text.value, do: button.dataset.do, who: who.value, ...typed };
    if (said.do !== "person" && !said.who) return refuse("Add someone first.");
    refuse("");
    const made = /** @type {Stepped} */ (await ask("step", JSON.stringify(said)));
    if (made.problem !== undefined) return refuse(made.problem);
    past.push(text.value);
    future.length = 0;
    name.value = "";
    born.value = "";
    await put(made.text);
    if (!said.who || who.value === said.who) choose(made.who || who.value); // or somebody was chosen meanwhile
    say(`${button.textContent}: done.`);
  };

  /** @type {(from: string[], to: string[]) => Promise<void>} */
  const turn = async (from, to) => {
    const [words] = from.splice(-1);
    if (words === undefined) return;
    to.push(text.value);
    await put(words);
  };

  /** @param {Promise<void>} done */
  const orRefuse = (done) => void done.catch((fault) => refuse(inWords(fault)));

  const empty = () => {
    drawn += 1;
    clearTimeout(waiting);
    past.length = 0;
    future.length = 0;
    canTurn();
    refuse("");
    draw();
  };
  form.addEventListener("cleared", empty);
  holds("the picture, its people, and the texts behind Undo", empty, signal);

  builder.addEventListener("click", ({ target }) => {
    const pressed = /** @type {Element} */ (target);
    const person = /** @type {SVGElement | null} */ (pressed.closest("[data-person]"));
    const button = pressed.closest("button");
    if (person) choose(person.dataset.person ?? "");
    if (button?.matches("[data-do]")) orRefuse(step(button));
    if (button === undo) orRefuse(turn(past, future));
    if (button === redo) orRefuse(turn(future, past));
  });
  who.addEventListener("change", () => choose(who.value));
  form.addEventListener("filled", () => show().catch(() => {}));
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show().catch(() => {}), PAUSE);
  });
}
