// What this site adds to Material's search panel: help where nothing is found, and nothing left of it after an exit.
import { holds } from "./held.js";
import { part, parts } from "./parts.js";

const panel = part(document, "[data-md-component=search]");
const box = part(panel, "[data-md-component=search-query]", HTMLInputElement);
const list = part(panel, ".md-search-result__list");
const meta = part(panel, ".md-search-result__meta");
const help = part(panel, "[data-search-help]");
const START = meta.textContent;

// The worker leaves the words that no page has with each result: Material writes them into it.
const isNear = () => list.querySelector(".md-search-result__terms") !== null;

const offerHelp = () => {
  const isNone = list.childElementCount === 0;
  help.hidden = !(box.value.trim() && (isNone || isNear()));
  for (const near of parts(help, "[data-search-near]")) near.hidden = isNone;
  for (const none of parts(help, "[data-search-none]")) none.hidden = !isNone;
};

// Material says how many there are only once it has an answer; the list alone is empty in between too.
new MutationObserver(offerHelp).observe(meta, { childList: true, characterData: true, subtree: true });
new MutationObserver(offerHelp).observe(list, { childList: true });

// Material listens for keys alone: pasted, spoken and composed words press none.
const tellMaterial = () => box.dispatchEvent(new Event("keyup"));
box.addEventListener("input", tellMaterial);

holds("what was searched for and found", () => {
  box.value = "";
  box.blur();
  list.replaceChildren();
  meta.textContent = START;
  help.hidden = true;
  close("search");
  close("drawer");
  tellMaterial(); // so that it, and its worker, forget it too
});

/** @param {string} name */
function close(name) {
  const toggle = part(document, `#__${name}`, HTMLInputElement);
  if (toggle.checked) toggle.click();
}
