// A search within a catalogue in the visitor's own words. It shows where to look; it never answers for them.
import { goTo } from "./errors.js";
import { inWords } from "./faults.js";
import { holds } from "./held.js";

/** `ask(question, text)` gives [{key, label, section, steps}, ...], best first. */
export function start(form, ask, say) {
  for (const finder of form.querySelectorAll("[data-finder]")) {
    const box = finder.querySelector("input");
    const find = () => look(form, finder, box.value.trim(), ask, say);
    finder.querySelector("button").addEventListener("click", find);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // not the form's submit
      find();
    });
    for (const name of ["input", "change"]) box.addEventListener(name, (event) => event.stopPropagation());
    holds("what the finder looked for and found", () => {
      box.value = "";
      find();
    });
  }
}

let searches = 0; // what comes back late is not shown

async function look(form, finder, text, ask, say) {
  const mine = ++searches;
  const found = finder.querySelector("[data-found]");
  const catalogue = finder.closest("[data-catalogue]");
  for (const old of form.querySelectorAll("[data-match]")) delete old.dataset.match;
  found.replaceChildren();
  if (!text) return;
  try {
    found.textContent = "Looking…";
    const hits = await ask(finder.dataset.finder, text);
    if (mine !== searches) return;
    const words = hits.length ? `${hits.length} found for “${text}”` : `Nothing found for “${text}”. Try other words, or look through the sections.`;
    found.replaceChildren(paragraph(words), list(hits, catalogue));
    say(words);
  } catch (fault) {
    if (mine === searches) found.replaceChildren(paragraph(`The search did not work. ${inWords(fault)}`));
  }
}

function list(hits, catalogue) {
  const items = document.createElement("ul");
  for (const hit of hits) {
    const entry = document.getElementById(`${catalogue.dataset.catalogue}.${hit.key}`);
    if (entry) items.append(item(hit, entry));
  }
  return items;
}

function item(hit, entry) {
  for (const box of entry.querySelectorAll(":scope > .eh-options input")) {
    if (hit.steps.includes(box.value)) box.parentElement.dataset.match = "";
  }
  const link = Object.assign(document.createElement("a"), { href: `#${entry.id}`, textContent: hit.label });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(entry.querySelector("input:checked"));
  });
  const made = document.createElement("li");
  made.append(link, ` (${hit.section})`);
  return made;
}

function paragraph(words) {
  return Object.assign(document.createElement("p"), { textContent: words });
}
