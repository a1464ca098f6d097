// Half-done work as a file: what was typed, right or wrong, as {kind, form, version, area, saved, made_with, state,
// entries}. The page writes and reads it by itself, so that neither waits for Python.

const KIND = "early-help-form";
const STATE = "unfinished";
const LARGEST = 5_000_000; // bytes
const MOST = { entries: 20_000, place: 999 }; // as in pyforms/saved.py: no file makes the page grow without end

/**
 * @param {Omit<Unfinished, "kind" | "state" | "entries">} about
 * @param {Pair[]} entries
 * @returns {Unfinished}
 */
export const envelope = ({ form, version, area, saved, made_with }, entries) => ({ kind: KIND, form, version, area, saved, made_with, state: STATE, entries });

/** @type {(...given: Parameters<typeof envelope>) => string} */
export const write = (...given) => `${JSON.stringify(envelope(...given), null, 1)}\n`;

/**
 * What `write` wrote for this very form and version; or null, and Python says what the file is.
 * @param {Blob} file
 * @param {{ form: string, version: number }} about
 * @returns {Promise<Unfinished | null>}
 */
export async function read(file, { form, version }) {
  if (file.size > LARGEST) return null;
  const found = parsed(await file.text());
  const isOurs = found?.kind === KIND && found.state === STATE && found.form === form && found.version === version;
  return isOurs && /^\d{4}-\d\d-\d\d$/.test(found.saved) && areEntries(found.entries) ? found : null;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {unknown} entries */
function areEntries(entries) {
  return Array.isArray(entries) && entries.length <= MOST.entries && entries.every(isEntry);
}

/** @param {unknown} entry */
function isEntry(entry) {
  if (!Array.isArray(entry) || entry.length !== 2 || entry.some((each) => typeof each !== "string")) return false;
  return /** @type {Pair} */ (entry)[0].split(".").every((part) => !/^\d+$/.test(part) || Number(part) <= MOST.place);
}

/**
 * What to say of it: `missing` of its answers have no place on this page, and `area` is one that the page now shows.
 * @param {{ saved: string }} about
 * @param {Pair[]} missing
 * @param {string} [area]
 */
export function welcome({ saved }, missing, area) {
  const day = new Date(`${saved}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const words = [`What you had typed by ${day} is back on this page. Nothing of it has been checked yet.`];
  if (area) words.push(`It was saved for ${area}, so the page now shows ${area}.`);
  if (missing.length) words.push(`${missing.length} of its answers have no place on this page and were left out: ${named(missing)}.`);
  return words.join(" ");
}

/** @param {Pair[]} missing */
const named = (missing) => missing.slice(0, 3).map(([, value]) => `“${value.slice(0, 60)}”`).join(", ") + (missing.length > 3 ? " and others" : "");
