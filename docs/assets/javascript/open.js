// "Open a saved file": Python reads and judges it, and nothing on the page changes unless it takes the whole file. Only
// half-done work of this very form is read by the page itself, whether or not Python is there.
import { Told, inWords } from "./faults.js";
import { element, part, parts } from "./parts.js";

const ENOUGH = 5_000_001; // bytes: one more than Python takes, so that Python says so of a larger file

/**
 * `readOwn(file)` gives the half-done work in a file, or null; `read(data)` asks Python about a file in base64; `confirm`
 * asks the visitor; `use(opened)` puts the answers on the page and gives what to say of them. Gives `drop`, which forgets
 * a file that is being opened and what was said of the last one, and `tell`, `welcome` and `refuse`, which say other
 * things in the same place, and `below`, which puts a notice under it.
 * @param {HTMLElement} page
 * @param {{ readOwn: (file: File) => Promise<Usable | null>, read: (data: string) => Promise<Opened | Elsewhere>, confirm: Confirm, use: (opened: Usable) => string, say: Say }} of
 */
export function start(page, { readOwn, read, confirm, use, say }) {
  const field = part(page, "[data-open]", HTMLInputElement);
  const said = part(page, "[data-open-said]");
  let turn = 0; // a file that was chosen later, or Clear, overtakes one that is being read

  /** @type {(isBad: boolean, ...content: (string | Node)[]) => void} */
  const show = (isBad, ...content) => {
    said.className = `eh-status ${isBad ? "eh-status--bad" : ""}`;
    said.replaceChildren(...content);
    said.hidden = false;
    field.setAttribute("aria-invalid", String(isBad));
  };

  /** @type {typeof show} */
  const answer = (isBad, ...content) => {
    show(isBad, ...content);
    say("");
    said.focus({ preventScroll: true });
    said.scrollIntoView({ block: "nearest" });
  };

  /** @type {Say} */
  const tell = (words) => {
    show(false, words);
    say(words);
  };

  const drop = () => {
    turn += 1;
    confirm.drop();
    said.hidden = true;
    said.replaceChildren();
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-busy");
  };

  /** @type {(opened: Usable | Elsewhere, mine: number) => Promise<void>} */
  const put = async (opened, mine) => {
    if ("title" in opened) return answer(true, ...elsewhere(opened));
    said.hidden = true;
    if (!(await confirm.ask("Replace what is on this page?", "Yes, replace it")) || mine !== turn) return;
    const words = use(opened);
    for (const fold of parts(page, "details.eh-fold", HTMLDetailsElement)) fold.open = true; // what comes next is in them
    answer(false, words);
  };

  field.addEventListener("change", async () => {
    const [file] = field.files ?? [];
    if (!file) return;
    drop();
    const mine = turn;
    field.setAttribute("aria-busy", "true");
    tell("Opening your file…");
    try {
      const opened = (await readOwn(file)) ?? (await read(await base64(file)));
      if (mine === turn) await put(opened, mine);
    } catch (fault) {
      if (mine === turn) answer(true, `“${file.name}” was not opened. ${inWords(fault)} What is on this page has not changed.`);
    } finally {
      field.value = ""; // so that the same file can be chosen again
      field.removeAttribute("aria-busy");
    }
  });

  /** @type {Put} */
  const below = (notice) => said.after(notice);
  /** @type {Say} */
  const welcome = (words) => answer(false, words);
  /** @type {Say} */
  const refuse = (words) => answer(true, words);
  return { drop, tell, below, welcome, refuse };
}

/** @param {Elsewhere} opened */
function elsewhere({ form, title }) {
  const link = element("a", { href: `../${form}/`, textContent: title });
  return ["This file is from another form. Open it there: ", link, ". What is on this page has not changed."];
}

/**
 * @param {Blob} file
 * @returns {Promise<string>}
 */
export function base64(file, enough = ENOUGH) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(new Told("The browser could not read it. Is it still where it was?"));
    reader.readAsDataURL(file.slice(0, enough));
  });
}
