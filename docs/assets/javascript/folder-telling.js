// Tells the form that is open what its folder knows: as it begins or is gone on with, whom it is about, and of whoever is
// named in it later on.
import { today } from "./asking.js";
import { askWhom, bringAlong, lacking, offer as offerKnown, put as putKnown } from "./folder-known.js";
import { part } from "./parts.js";

/** @typedef {ReturnType<typeof import("./folder-sheet.js").createSheet>} AnySheet */
/** @typedef {NonNullable<ReturnType<AnySheet["sheet"]>>} Open */

/**
 * Gives `tell(open, isGoneOnWith)`.
 * @param {HTMLElement} openPart
 * @param {{ desk: Desk, sheet: AnySheet, say: Say }} of
 */
export function createTelling(openPart, { desk, sheet, say }) {
  // An empty form begins with it, and so does one that is gone on with; one that is only opened has it offered.
  /** @param {Open} open */
  const tellKnown = async (open, isGoneOnWith = false) => {
    let [whom = ""] = Object.values(open.item?.people ?? {});
    const read = () => desk.about("beginning", () => ({ form: open.form.id, entries: open.form.typed(), today: today(), whom }));
    const found = await read().catch(() => null); // the form can be filled in without it
    if (!found || sheet.sheet() !== open) return;
    ({ whom } = found);
    if (found.about.length) tellWhom(open, found);
    if (!found.came.length) return;
    const isEmptyForm = !open.item && open.form.typed().length === 0;
    const tellOf = isEmptyForm || isGoneOnWith ? putKnown : offerKnown;
    tellOf(part(openPart, "[data-known]"), open.form, found, { read, touch: sheet.touch });
    if (isGoneOnWith) sheet.touch();
  };

  // A form that asks about one person is about somebody of the folder; what was known of another goes out again.
  /** @type {(open: Open, known: import("./folder-known.js").Beginning) => void} */
  const tellWhom = (open, known) => {
    const tellOf = (/** @type {string} */ id) => sheet.isAbout(Object.fromEntries(known.about.filter((each) => each.id === id).map(({ name }) => [name, id])));
    let last = known;
    tellOf(known.whom);
    askWhom(part(openPart, "[data-whom]"), known, async (whom) => {
      tellOf(whom);
      sheet.touch();
      const read = () => desk.about("beginning", () => ({ form: open.form.id, entries: lacking(open.form.typed(), last), today: today(), whom }));
      const found = await read().catch(() => null);
      if (!found || sheet.sheet() !== open) return;
      putKnown(part(openPart, "[data-known]"), open.form, found, { read, touch: sheet.touch });
      last = found;
    });
  };

  openPart.addEventListener("change", ({ target }) => {
    const name = /** @type {Element} */ (target);
    const [open, item] = [sheet.sheet(), name.matches("[data-person]") && name.closest("[data-item]")];
    if (!(open && item)) return;
    void tellOf(open, /** @type {HTMLElement} */ (item));
  });

  /** @type {(open: Open, item: HTMLElement) => Promise<void>} */
  const tellOf = async (open, item) => {
    const [whom = ""] = Object.values(open.item?.people ?? {});
    item.dataset.asking = "";
    const found = await desk.about("beginning", () => ({ form: open.form.id, entries: open.form.typed(), today: today(), whom })).catch(() => null); // it can be typed
    delete item.dataset.asking;
    if (found && sheet.sheet() === open && item.isConnected && bringAlong(open.form.form, item, found)) say("What is known of them is filled in.");
  };

  return tellKnown;
}
