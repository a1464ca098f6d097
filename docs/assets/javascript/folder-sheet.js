// The one form that is open in the folder: what is typed there is laid into the folder, right or wrong, finished or not,
// whether or not Python is there.
import { today } from "./asking.js";
import { open as openForm } from "./folder-form.js";
import { newId, put } from "./folder-model.js";
import { part } from "./parts.js";
import { envelope as unfinished } from "./unfinished.js";

/** @typedef {import("./folder-form.js").Opened} Opened */
/** @typedef {{ id: string, form: Opened, item: Item | undefined, people: Item["people"] | null, isTouched: boolean, isTyped: boolean, checked: Envelope | null }} Sheet
 * `isTyped` where other answers stand in the form than in its item; what is said about it may be touched alone. */

/** @type {(item: Item | undefined, envelope: Envelope | null) => boolean} */
function isAsItWas(item, envelope) {
  const saved = item?.saved;
  return Boolean(saved && "answers" in saved && JSON.stringify(saved.answers) === JSON.stringify(envelope?.answers));
}

/**
 * `edited` hears of every change in the form; `carry(form, entries)` begins another.
 * @param {HTMLElement} place
 * @param {{ desk: ReturnType<typeof import("./folder-desk.js").createDesk>, tool: Tool, madeWith: string, area: () => string, edited: () => void, carry: (form: string, entries: Pair[]) => unknown }} of
 */
export function createSheet(place, { desk, tool, madeWith, area, edited, carry }) {
  /** @type {Sheet | null} */
  let sheet = null;
  let by = ""; // who filled in the last one fills in the next

  /** @type {(name: string) => HTMLInputElement | HTMLSelectElement} */
  const about = (name) => part(place, `[data-about=${name}]`);

  const touchAbout = () => {
    if (!sheet) return;
    sheet.isTouched = true;
    edited();
  };

  const touch = () => {
    if (!sheet) return;
    sheet.isTyped = true;
    sheet.checked = null;
    touchAbout();
  };

  /** @param {Envelope | null} envelope */
  const checked = (envelope) => {
    if (!sheet || isAsItWas(sheet.item, envelope)) return;
    sheet.checked = envelope;
    touchAbout();
  };

  /** @param {Sheet} of */
  const saved = ({ form, item, isTyped, checked: finished }) =>
    finished ?? (item && !isTyped ? item.saved : null) ?? unfinished({ form: form.id, version: form.version, area: area(), saved: today(), made_with: madeWith }, form.typed());

  /** Puts into the folder what stands in the form. */
  const lay = () => {
    if (!sheet?.isTouched) return;
    const { id, form, item } = sheet;
    sheet.isTouched = false;
    const isBlank = form.typed().length === 0;
    if (isBlank && item === undefined) return edited(); // nothing was left of it
    by = about("by").value;
    const on = about("on").value || today();
    const laid = { id, by, on, for_whom: about("for_whom").value, people: sheet.people ?? item?.people ?? {}, nobody: item?.nobody ?? [], saved: saved(sheet) };
    desk.set(put(desk.folder(), "items", laid, desk.editing()));
    Object.assign(sheet, { item: desk.folder().items.find((each) => each.id === id), isTyped: false, checked: null });
  };

  /** Lays what is open into the folder and takes the form off the page; gives the id of its item, where there is one. */
  const close = () => {
    lay();
    const id = sheet?.item?.id;
    drop();
    return id;
  };

  const drop = () => {
    sheet?.form.close();
    sheet = null;
    for (const name of ["on", "by"]) about(name).value = "";
    place.hidden = true;
    part(place, "[data-open-title]").textContent = "";
  };

  /**
   * @param {string} id of the form
   * @param {string} title
   * @param {Item} [item]
   */
  const open = async (id, title, item) => {
    const isWanted = desk.isFor();
    const drafts = { keep: touch, drop: touch, begin: () => false };
    const names = () => desk.folder().people.map(({ name }) => name);
    const form = await openForm(part(place, "[data-form-place]"), id, { tool, drafts, checked, names, carry: (entries) => carry(id, entries) });
    if (!isWanted()) return form.close();
    sheet = { id: item?.id ?? newId("i"), form, item, people: null, isTouched: false, isTyped: false, checked: null };
    about("on").value = item?.on ?? today();
    about("by").value = item?.by ?? by;
    about("for_whom").value = item?.for_whom ?? "team";
    const heading = part(place, "[data-open-title]");
    heading.textContent = title;
    place.hidden = false;
    heading.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start" });
  };

  for (const name of ["on", "by", "for_whom"]) about(name).addEventListener("input", touchAbout);
  return {
    open, close, lay, drop, touch,
    sheet: () => sheet,
    /** The id of what is being changed in it. */
    changing: () => (sheet?.isTouched ? sheet.id : ""),
    /** The same with what stands there. */
    standing: () => (sheet?.isTouched ? { id: sheet.id, pairs: sheet.form.typed() } : null),
    /**
     * Whom it is about, by the name that the folder has for them.
     * @param {Item["people"]} people
     */
    isAbout: (people) => { if (sheet) sheet.people = people; },
    forgetWho: () => { by = ""; },
  };
}
