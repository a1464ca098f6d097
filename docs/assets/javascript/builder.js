// Building a picture step by step. The form's text is the only truth: every step is a new text, and undo is the one before.
import { inWords } from "./faults.js";
import { holds } from "./held.js";

const LONGEST = 400_000; // letters that Python takes
const PAUSE = 400; // ms after the last key, before what was typed is drawn

/** `ask(question, message)` asks the form in Python; `today()` is the day that ages are counted on. */
export function start(builder, form, { ask, today, say }) {
  const at = (name) => builder.querySelector(`[data-${name}]`);
  const text = form.elements.namedItem("text");
  const who = at("who");
  const past = [];
  const future = [];
  let drawn = 0; // a drawing that comes back late is not shown
  let waiting;

  const draw = ({ svg = "", faults = [], people = [] } = {}) => {
    at("picture").innerHTML = svg || '<p class="eh-hint">The picture appears here.</p>'; // our own renderer's: names are escaped
    at("faults").replaceChildren(...faults.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
    who.replaceChildren(...people.map(({ id, name }) => new Option(name, id)));
  };

  const show = async () => {
    const mine = ++drawn;
    if (text.value.length > LONGEST) return draw({ faults: [`The text has ${text.value.length.toLocaleString("en-GB")} characters. A picture can be drawn of ${LONGEST.toLocaleString("en-GB")} at most.`] });
    const shown = await ask("show", JSON.stringify({ text: text.value, today: form.elements.namedItem("on").value || today() }));
    if (mine !== drawn) return;
    const chosen = who.value;
    draw(shown);
    choose(shown.people.some(({ id }) => id === chosen) ? chosen : shown.people.at(0)?.id ?? "");
  };

  const choose = (id) => {
    who.value = id;
    for (const person of at("picture").querySelectorAll("[data-person]")) {
      person.toggleAttribute("data-chosen", person.dataset.person === id);
    }
  };

  const canTurn = () => {
    at("undo").disabled = !past.length;
    at("redo").disabled = !future.length;
  };

  const put = async (words) => {
    text.value = words;
    form.dispatchEvent(new Event("input"));
    canTurn();
    await show();
  };

  const refuse = (words) => {
    at("refused").textContent = words;
    at("refused").hidden = !words;
  };

  const step = async (button) => {
    const typed = { name: at("name").value, sex: at("sex").value, born: at("born").value };
    const said = { text: text.value, do: button.dataset.do, who: who.value, ...typed };
    if (said.do !== "person" && !said.who) return refuse("Add someone first.");
    refuse("");
    const made = await ask("step", JSON.stringify(said));
    if (made.problem) return refuse(made.problem);
    past.push(text.value);
    future.length = 0;
    at("name").value = "";
    at("born").value = "";
    await put(made.text);
    choose(made.who || who.value);
    say(`${button.textContent}: done.`);
  };

  const turn = async (from, to) => {
    to.push(text.value);
    await put(from.pop());
  };

  holds("the picture, its people, and the texts behind Undo", () => {
    drawn += 1;
    clearTimeout(waiting);
    past.length = 0;
    future.length = 0;
    canTurn();
    refuse("");
    draw();
  });

  builder.addEventListener("click", ({ target }) => {
    const person = target.closest("[data-person]");
    const button = target.closest("button");
    if (person) choose(person.dataset.person);
    if (button?.matches("[data-do]")) step(button).catch((fault) => refuse(inWords(fault)));
    if (button?.matches("[data-undo]")) turn(past, future);
    if (button?.matches("[data-redo]")) turn(future, past);
  });
  who.addEventListener("change", () => choose(who.value));
  form.addEventListener("filled", () => show().catch(() => {}));
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show().catch(() => {}), PAUSE);
  });
}
