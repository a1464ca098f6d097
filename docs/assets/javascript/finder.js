// A search within a catalogue in the visitor's own words. It shows where to look; it never answers for them.
import { goTo } from "./errors.js";
import { inWords } from "./faults.js";
import { holds } from "./held.js";
import { around, element, part, parts } from "./parts.js";

/**
 * `ask(question, text)` gives what was found, best first.
 * @param {HTMLFormElement} form
 * @param {Ask} ask
 * @param {Say} say
 * @param {AbortSignal} [signal]
 */
export function start(form, ask, say, signal) {
  for (const finder of parts(form, "[data-finder]")) {
    const box = part(finder, "input", HTMLInputElement);
    const find = () => void look(form, finder, box.value.trim(), ask, say);
    part(finder, "button").addEventListener("click", find);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // not the form's submit
      find();
    });
    for (const name of ["input", "change"]) box.addEventListener(name, (event) => event.stopPropagation());
    const empty = () => {
      box.value = "";
      find();
    };
    form.addEventListener("cleared", empty);
    holds("what the finder looked for and found", empty, signal);
  }
}

let searches = 0; // what comes back late is not shown

/** @type {(form: HTMLFormElement, finder: HTMLElement, text: string, ask: Ask, say: Say) => Promise<void>} */
async function look(form, finder, text, ask, say) {
  const mine = ++searches;
  const found = part(finder, "[data-found]");
  const catalogue = around(finder, "[data-catalogue]");
  for (const old of parts(form, "[data-match]")) delete old.dataset.match;
  found.replaceChildren();
  if (!text) return;
  try {
    found.textContent = "Looking…";
    const hits = /** @type {Hit[]} */ (await ask(finder.dataset.finder ?? "", text));
    if (mine !== searches) return;
    const words = hits.length ? `${hits.length} found for “${text}”` : `Nothing found for “${text}”. Try other words, or look through the sections.`;
    found.replaceChildren(paragraph(words), list(hits, catalogue));
    say(words);
  } catch (fault) {
    if (mine === searches) found.replaceChildren(paragraph(`The search did not work. ${inWords(fault)}`));
  }
}

/** @type {(hits: Hit[], catalogue: HTMLElement) => Element} */
function list(hits, catalogue) {
  const items = element("ul");
  for (const hit of hits) {
    const entry = document.getElementById(`${catalogue.dataset.catalogue}.${hit.key}`);
    if (entry) items.append(item(hit, entry));
  }
  return items;
}

/** @type {(hit: Hit, entry: HTMLElement) => Element} */
function item(hit, entry) {
  for (const box of parts(entry, ":scope > .eh-options input", HTMLInputElement)) {
    if (hit.steps.includes(box.value)) around(box, "label").dataset.match = "";
  }
  const link = element("a", { href: `#${entry.id}`, textContent: hit.label });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(part(entry, "input:checked", HTMLInputElement));
  });
  const made = element("li");
  made.append(link, ` (${hit.section})`);
  return made;
}

/** @param {string} words */
const paragraph = (words) => element("p", { textContent: words });
