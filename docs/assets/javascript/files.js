// The result as files. A file's name says what it is and when, never who.
import { AGAIN, inWords, remedy } from "./faults.js";
import { holds } from "./held.js";

const TYPES = {
  html: "text/html",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  json: "application/json",
  csv: "text/csv",
  ics: "text/calendar",
  txt: "text/plain",
  ged: "text/vnd.familysearch.gedcom",
  svg: "image/svg+xml",
  png: "image/png",
};

/**
 * Buttons that save a result. `files` are the tables and pictures that may be saved alone, as {name, title};
 * `documents` are further documents, such as a letter, as {key, document, html, entries}; `carry(entries)` puts on the
 * page the answers that one of them starts with; `make(format)` gives a file's bytes; `saved` is called once a file that can be opened again is handed over.
 */
export function offer(template, { name, files, documents, make, saved, carry }) {
  const offered = template.content.firstElementChild.cloneNode(true);
  for (const part of files.flatMap(withPng)) offered.querySelector("[data-print]").before(partButton(part), " ");
  offered.append(...documents.map((each) => further(each, carry)));
  offered.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button?.matches("[data-format], [data-print]") || button.hasAttribute("aria-busy")) return;
    if (button.matches("[data-print]")) print();
    else hand(button, name, make, saved);
  });
  return offered;
}

/** A drawing is offered as a picture of dots too. */
function withPng({ name, title }) {
  const png = { name: name.replace(/svg$/, "png"), title: title.replace("SVG", "PNG") };
  return name.endsWith(".svg") ? [{ name, title }, png] : [{ name, title }];
}

/** A further document, to save and to read here. `html` is our own renderer's: it has escaped every answer. */
function further({ key, document: { title }, html, entries }, carry) {
  const kinds = { pdf: "PDF", docx: "Word", html: "Web page (HTML)" };
  const buttons = element("div", { className: "eh-row" });
  if (entries) buttons.append(carryButton(() => carry(entries)), " ");
  for (const [ending, words] of Object.entries(kinds)) {
    const button = partButton({ name: `${key}.${ending}`, title: words });
    button.setAttribute("aria-label", `${words}: ${title}`);
    buttons.append(button, " ");
  }
  const reading = element("details", { className: "eh-reading", innerHTML: html });
  reading.prepend(element("summary", { textContent: "Read it here" }));
  const section = element("section", { className: "eh-further" });
  section.append(element("h3", { textContent: title }), buttons, reading);
  return section;
}

const handed = new Set(); // the addresses of files that the browser may still be saving
let dropped = 0; // a file that is ready after that is not handed over

holds("files that were made, or are being made", () => {
  dropped += 1;
  for (const address of handed) forget(address);
});

function partButton({ name, title }) {
  const button = named(title);
  button.dataset.format = name;
  return button;
}

function carryButton(press) {
  const button = named("Go on with this on this page");
  button.addEventListener("click", press);
  return button;
}

function named(words) {
  return element("button", { type: "button", className: "eh-button", textContent: words });
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

async function hand(button, name, make, saved) {
  const { format } = button.dataset;
  const before = dropped;
  button.parentElement.querySelector(".eh-error")?.remove();
  button.setAttribute("aria-busy", "true");
  const again = element("p", { className: "eh-status", textContent: AGAIN });
  const sayAgain = () => button.parentElement.append(again);
  document.addEventListener("tool:again", sayAgain);
  try {
    const ending = format.split(".").at(-1);
    const isPart = ending !== format;
    const bytes = await make(format);
    if (before !== dropped) return;
    save(bytes, `${name}${isPart ? "-" : "."}${format}`, TYPES[ending]);
    if (!isPart) saved();
  } catch (fault) {
    const said = element("p", { className: "eh-error", role: "alert" });
    said.textContent = `This file could not be made. Try another kind of file. ${inWords(fault)}`;
    said.append(...[" ", remedy(fault)].filter(Boolean));
    button.after(said);
  } finally {
    document.removeEventListener("tool:again", sayAgain);
    again.remove();
    button.removeAttribute("aria-busy");
  }
}

/** Hands a file to the browser, which saves it. */
export function save(bytes, name, type) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  handed.add(address);
  element("a", { href: address, download: name }).click();
  setTimeout(forget, 60_000, address);
}

function forget(address) {
  handed.delete(address);
  URL.revokeObjectURL(address);
}

// Paper gets the result alone.
function print() {
  const root = document.documentElement;
  root.dataset.print = "result";
  window.addEventListener("afterprint", () => delete root.dataset.print, { once: true });
  window.print();
}
