// The result as files. A file's name says what it is and when, never who.
import { AGAIN, inWords, remedy } from "./faults.js";
import { holds } from "./held.js";
import { around, button, copied, element, part } from "./parts.js";

/** @type {Record<string, string>} */
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
 * page the answers that one of them starts with; `make(format)` gives a file's bytes; `saved` is called once a file that
 * can be opened again is handed over.
 * @param {HTMLTemplateElement} template
 * @param {{ name: string, files: Part[], documents: Further[], make: Make, saved: () => unknown, carry: (entries: Pair[]) => unknown }} of
 */
export function offer(template, { name, files, documents, make, saved, carry }) {
  const offered = copied(template);
  for (const each of files.flatMap(withPng)) part(offered, "[data-print]").before(partButton(each), " ");
  offered.append(...documents.map((each) => further(each, carry)));
  offered.addEventListener("click", ({ target }) => {
    const pressed = /** @type {Element} */ (target).closest("button");
    if (!pressed?.matches("[data-format], [data-print]") || pressed.hasAttribute("aria-busy")) return;
    if (pressed.matches("[data-print]")) print();
    else void hand(pressed, name, make, saved);
  });
  return offered;
}

/**
 * A drawing is offered as a picture of dots too.
 * @param {Part} file
 */
export function withPng({ name, title }) {
  const png = { name: name.replace(/svg$/, "png"), title: title.replace("SVG", "PNG") };
  return name.endsWith(".svg") ? [{ name, title }, png] : [{ name, title }];
}

/**
 * A further document, to save and to read here. `html` is our own renderer's: it has escaped every answer.
 * @param {Further} document
 * @param {(entries: Pair[]) => unknown} carry
 */
function further({ key, document: { title }, html, entries }, carry) {
  const kinds = { pdf: "PDF", docx: "Word", html: "Web page (HTML)" };
  const buttons = element("div", { className: "eh-row" });
  if (entries) buttons.append(button("Go on with this on this page", () => carry(entries)), " ");
  for (const [ending, words] of Object.entries(kinds)) {
    const saving = partButton({ name: `${key}.${ending}`, title: words });
    saving.setAttribute("aria-label", `${words}: ${title}`);
    buttons.append(saving, " ");
  }
  const reading = element("details", { className: "eh-reading", innerHTML: html });
  reading.prepend(element("summary", { textContent: "Read it here" }));
  const section = element("section", { className: "eh-further" });
  section.append(element("h3", { textContent: title }), buttons, reading);
  return section;
}

/** @type {Set<string>} */
const handed = new Set(); // the addresses of files that the browser may still be saving
let dropped = 0; // a file that is ready after that is not handed over

holds("files that were made, or are being made", () => {
  dropped += 1;
  for (const address of handed) forget(address);
});

/** @param {Part} file */
function partButton({ name, title }) {
  const made = button(title);
  made.dataset.format = name;
  return made;
}

/**
 * A file's name and type. A part of a result has an ending of its own in its format ("scores.csv").
 * @param {string} name
 * @param {string} format
 */
export function described(name, format) {
  const ending = format.split(".").at(-1) ?? format;
  const isPart = ending !== format;
  return { name: `${name}${isPart ? "-" : "."}${format}`, type: TYPES[ending] ?? "", isPart };
}

/** @type {(pressed: HTMLButtonElement, name: string, make: Make, saved: () => unknown) => Promise<void>} */
async function hand(pressed, name, make, saved) {
  const { format = "" } = pressed.dataset;
  const row = around(pressed, ".eh-row");
  const before = dropped;
  row.querySelector(".eh-error")?.remove();
  pressed.setAttribute("aria-busy", "true");
  const again = element("p", { className: "eh-status", textContent: AGAIN });
  const sayAgain = () => row.append(again);
  document.addEventListener("tool:again", sayAgain);
  try {
    const bytes = await make(format);
    if (before !== dropped) return;
    const file = described(name, format);
    save(bytes, file.name, file.type);
    if (!file.isPart) saved();
  } catch (fault) {
    const said = element("p", { className: "eh-error", role: "alert" });
    said.textContent = `This file could not be made. Try another kind of file. ${inWords(fault)}`;
    said.append(" ", remedy(fault) ?? "");
    pressed.after(said);
  } finally {
    document.removeEventListener("tool:again", sayAgain);
    again.remove();
    pressed.removeAttribute("aria-busy");
  }
}

/**
 * Hands a file to the browser, which saves it.
 * @param {BlobPart} bytes
 * @param {string} name
 * @param {string} type
 */
export function save(bytes, name, type) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  handed.add(address);
  element("a", { href: address, download: name }).click();
  setTimeout(forget, 60_000, address);
}

/** @param {string} address */
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
