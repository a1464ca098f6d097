// A copy for somebody: who it is for, what they get by itself, what only once it was looked at, what is left out and
// why; then one file of it, or paper.
import { today } from "./asking.js";
import { bring } from "./arrival.js";
import { inWords } from "./faults.js";
import { described, save } from "./files.js";
import { copyName, isEmpty, written } from "./folder-model.js";
import { element, part, parts } from "./parts.js";

/** @typedef {{ id: string, title: string, goes: "yes" | "chosen" | "never", why: string }} Verdict */
/** @typedef {{ id: string, name: string, about: string, look: string, items: Verdict[] }} Recipient */

/** @type {(name: string, value: string, words: string, more: string, isChosen: boolean) => Element} */
function box(name, value, words, more, isChosen) {
  const label = element("label");
  const choice = document.createElement("input");
  Object.assign(choice, { type: "checkbox", name, value, checked: isChosen });
  label.append(choice, words, ...(more ? [element("small", { textContent: more })] : []));
  return label;
}

/** @type {(within: ParentNode) => string[]} */
const chosen = (within) => parts(within, "input:checked", HTMLInputElement).map(({ value }) => value);

/**
 * @param {HTMLElement} home
 * @param {{ desk: Desk, ask: AskFolder, say: Say }} of
 */
export function createHand(home, { desk, ask, say }) {
  const place = part(home, "[data-hand-part]");
  const form = part(place, "[data-hand-form]");
  const [to, about] = [part(form, "[data-hand-to]", HTMLSelectElement), part(form, "[data-hand-about]")];
  const [items, hidden, left] = [part(form, "[data-hand-items]"), part(form, "[data-hand-private]"), part(form, "[data-hand-left]")];
  const [asked, look] = [part(form, "[data-hand-asked]"), part(form, "[data-hand-look]")];
  const [said, bundle] = [part(form, "[data-hand-said]"), part(home, "[data-bundle]")];
  /** @type {Recipient[]} */
  let recipients = [];

  const drop = () => {
    recipients = [];
    form.hidden = true;
    for (const each of [to, about, items, asked, look, hidden, left, said, bundle]) each.replaceChildren();
    bundle.hidden = true;
  };

  /** @param {string[]} sentences */
  const tellLeft = (sentences) => {
    left.replaceChildren(...sentences.map((words) => element("li", { textContent: words })));
    part(form, "[data-hand-left-part]").hidden = sentences.length === 0;
  };

  const choices = () => ({ recipient: to.value, items: [...chosen(items), ...chosen(asked)], private: chosen(hidden), today: today() });

  // What is left out is Python's to say, each time that something else is chosen.
  const weigh = async () => {
    const isWanted = desk.isFor();
    const wanted = choices();
    left.setAttribute("aria-busy", "true");
    const { left_out: leftOut } = await ask("copy", { folder: desk.folder(), ...wanted });
    if (!isWanted() || JSON.stringify(wanted) !== JSON.stringify(choices())) return;
    tellLeft(leftOut);
    left.setAttribute("aria-busy", "false");
  };

  const show = () => {
    const recipient = recipients.find(({ id }) => id === to.value);
    if (!recipient) return;
    about.textContent = recipient.about;
    look.textContent = recipient.look;
    for (const [list, goes] of /** @type {const} */ ([[items, "yes"], [asked, "chosen"]])) {
      const those = recipient.items.filter((each) => each.goes === goes);
      list.replaceChildren(...those.map(({ id, title, why }) => box("hand-item", id, title, why, goes === "yes")));
      part(form, `[data-hand-${goes}]`).hidden = those.length === 0;
    }
    part(form, "[data-hand-none]").hidden = recipient.items.some(({ goes }) => goes === "yes");
    orTell(weigh());
  };

  /** @param {Promise<unknown>} work */
  const orTell = (work) => void work.catch((fault) => { said.textContent = inWords(fault); });

  const open = async () => {
    drop();
    const isWanted = desk.isFor();
    const found = await ask("recipients", { folder: desk.folder(), today: today() });
    if (!isWanted()) return;
    ({ recipients } = found);
    to.replaceChildren(...recipients.map(({ id, name }) => new Option(name, id)));
    hidden.replaceChildren(...found.private.map((/** @type {{ id: string, words: string }} */ { id, words }) => box("hand-private", id, words, "", false)));
    part(form, "[data-hand-private-part]").hidden = found.private.length === 0;
    form.hidden = false;
    show();
    to.focus();
  };

  /** @type {(format: string) => Promise<BlobPart>} */
  const made = async (format) => {
    const wanted = { folder: desk.folder(), ...choices() };
    if (format === "json") return written((await ask("copy", wanted)).folder);
    if (format !== "docx") return ask("bundle", { ...wanted, format });
    const { document: content } = await ask("bundle", { ...wanted, format: "document" });
    return (await bring("./word.js")).write(content);
  };

  /** @param {HTMLElement} pressed */
  const hand = async (pressed) => {
    const { handFormat: format = "" } = pressed.dataset;
    const isWanted = desk.isFor();
    said.textContent = "Making the file…";
    const content = await made(format);
    if (!isWanted()) return;
    const name = copyName(new Date(), format);
    save(content, name, described("", format).type);
    said.textContent = `Saved as “${name}”.`;
    say(said.textContent);
  };

  const print = async () => {
    const isWanted = desk.isFor();
    const { html } = await ask("bundle", { folder: desk.folder(), ...choices(), format: "document" });
    if (!isWanted()) return;
    bundle.innerHTML = html; // our own renderer's: it has escaped every answer
    bundle.hidden = false;
    const root = document.documentElement;
    root.dataset.print = "bundle";
    window.addEventListener("afterprint", () => delete root.dataset.print, { once: true });
    window.print();
  };

  part(place, "[data-hand]").addEventListener("click", () => orTell(open()));
  to.addEventListener("change", show);
  form.addEventListener("change", ({ target }) => {
    if (target !== to) orTell(weigh());
  });
  form.addEventListener("click", ({ target }) => {
    const pressed = /** @type {Element} */ (target).closest("button");
    if (pressed?.matches("[data-hand-format]")) orTell(hand(pressed));
    if (pressed?.matches("[data-hand-print]")) orTell(print());
  });
  return {
    drop,
    /** A folder that changed is handed over anew: what was weighed before may no longer hold. */
    changed: () => {
      drop();
      place.hidden = isEmpty(desk.folder());
    },
  };
}
