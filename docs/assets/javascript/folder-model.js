// A family's folder as data: what the page itself does to it, without Python. The folder is never changed in place, so
// that a reply that comes back late can tell whether the folder is still the one that it was worked out from.

const KIND = "early-help-folder";
const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

// Not randomUUID, which a page from a plain http host does not have.
/** @param {string} kind "f", "p", "i" or "r": a folder, a person, an item, a session of editing */
export const newId = (kind) => `${kind}-${[...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;

/**
 * @param {string} area
 * @param {string} today
 * @returns {Folder}
 */
export const fresh = (area, today) => ({ kind: KIND, version: 1, id: newId("f"), area, saved: today, seen: {}, people: [], items: [] });

/** @param {Folder} folder */
export const isEmpty = ({ people, items }) => people.length + items.length === 0;

/**
 * The folder in which `session` has made one more change, and the dot of that change.
 * @param {Folder} folder
 * @param {string} session
 * @returns {[Folder, Dot]}
 */
function changed(folder, session) {
  const count = (folder.seen[session] ?? 0) + 1;
  return [{ ...folder, seen: { ...folder.seen, [session]: count } }, [session, count]];
}

/**
 * The folder with a person or an item that is new, or in place of the one with its id; at `place`, where it is new.
 * @template {"people" | "items"} Kind
 * @param {Folder} folder
 * @param {Kind} kind
 * @param {Omit<Folder[Kind][number], "dot">} what
 * @param {string} session
 * @param {number} [place]
 * @returns {Folder}
 */
export function put(folder, kind, what, session, place) {
  const [next, dot] = changed(folder, session);
  const held = /** @type {(Member | Item)[]} */ ([...folder[kind]]);
  const at = held.findIndex(({ id }) => id === what.id);
  const dotted = /** @type {Member | Item} */ ({ ...what, dot });
  if (at >= 0) held[at] = dotted;
  else held.splice(place ?? held.length, 0, dotted);
  return { ...next, [kind]: held };
}

/**
 * The folder without a person or an item. `seen` still tells other copies that it was here.
 * @param {Folder} folder
 * @param {string} id
 * @returns {Folder}
 */
export const without = (folder, id) => ({ ...folder, people: folder.people.filter((each) => each.id !== id), items: folder.items.filter((each) => each.id !== id) });

/** @param {Folder} folder */
const dots = ({ people, items }) => new Map([...people, ...items].map(({ id, dot }) => /** @type {const} */ ([id, dot.join(" ")])));

/**
 * The ids of whoever and whatever is new, changed or gone since a folder was saved.
 * @param {Folder} before
 * @param {Folder} now
 */
export function changes(before, now) {
  const [had, has] = [dots(before), dots(now)];
  return new Set([...had.keys(), ...has.keys()].filter((id) => had.get(id) !== has.get(id)));
}

// What the page itself writes beside the answers.
const WRITTEN = /(?:^|\.)(?:id|checked|dated|round|since)$/;

/** @type {(value: unknown, path?: string) => [path: string, value: string][]} */
const flat = (value, path = "") => value === null || value === undefined || value === ""
  ? []
  : typeof value === "object"
    ? Object.entries(value).flatMap(([key, each]) => flat(each, path ? `${path}.${key}` : key))
    : [[path, String(value)]];

/**
 * What a person or a form says: an answer for each path.
 * @param {Member | Item} entry
 * @param {boolean} [isAlone] without who filled in a form, when, and for whom
 */
function said(entry, isAlone) {
  const { dot: _, people: __, saved, ...about } = /** @type {Item} */ (entry);
  const pairs = saved === undefined ? [] : "entries" in saved ? saved.entries : flat(saved.answers);
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [path, value] of [...pairs, ...(saved && isAlone ? [] : flat(about))]) {
    const own = path.replace(/\.\d+$/, ""); // of boxes that are ticked, one answer
    if (!WRITTEN.test(path)) found.set(own, `${found.get(own) ?? ""}\n${value}`);
  }
  return found;
}

/** @type {(before: Member | Item | undefined, now: Member | Item | undefined) => number} */
function differing(before, now) {
  if (!now) return 1;
  if (!before) return said(now, true).size;
  const [had, has] = [said(before), said(now)];
  return Math.max(1, new Set([...had.keys(), ...has.keys()].filter((path) => had.get(path) !== has.get(path)).values()).size);
}

/**
 * How many answers are new, changed or gone since a folder was saved; somebody or a form that is gone is one.
 * @param {Folder} before
 * @param {Folder} now
 * @param {{ id: string, pairs: Pair[] } | null} open what stands in the form that is open
 */
export function changedAnswers(before, now, open) {
  const [had, has] = [before, now].map(({ people, items }) => new Map([...people, ...items].map((each) => [each.id, each])));
  const asked = new Set([...changes(before, now), ...(open ? [open.id] : [])]);
  return [...asked].reduce((many, id) => {
    const one = has?.get(id);
    const standing = open?.id === id ? /** @type {Item} */ ({ ...one, saved: { entries: open.pairs } }) : one;
    return many + differing(had?.get(id), standing);
  }, 0);
}

/**
 * Whether two folders know as much of each other's sessions: a file that was changed by somebody else does not.
 * @param {Folder["seen"]} one
 * @param {Folder["seen"]} other
 */
export const isSame = (one, other) => [...Object.keys(one), ...Object.keys(other)].every((session) => one[session] === other[session]);

/** @param {Date} now */
function stamp(now) {
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(two).join("-");
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}`;
}

// Names that sort by time, and name nobody.
/** @param {Date} now */
export const fileName = (now, ending = "json") => `early-help-folder-${stamp(now)}.${ending}`;
/** @type {(now: Date, ending: string) => string} */
export const copyName = (now, ending) => `early-help-copy-${stamp(now)}.${ending}`;

/** @param {Folder} folder */
export const written = (folder) => `${JSON.stringify(folder, null, 1)}\n`;

/**
 * What the page knows of a folder before Python has said more: the same shape as Python's "view".
 * @param {Folder} folder
 * @param {Record<string, string>} titles of the forms
 * @returns {View}
 */
export const plainView = ({ people, items }, titles) => ({
  people: people.map(({ id, name }) => ({ id, name, about: "" })),
  items: [...items].sort((one, other) => other.on.localeCompare(one.on)).map(({ id, on, by, saved }) => ({
    id, on, by, day: inWords(on), for_whom_words: "", title: titles[saved.form] ?? saved.form, summary: "",
    state: "state" in saved ? "unfinished" : "finished",
  })),
  due: [],
  comes_next: [],
  training: "",
});

/**
 * 8 September 2026, for 2026-09-08; anything else as it is
 * @param {string} day
 */
export const inWords = (day) => (ISO_DAY.test(day) ? new Date(`${day}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }) : day);

/** @param {number} many */
export const unsavedWords = (many) => (many ? `${many} unsaved ${many === 1 ? "change" : "changes"}` : "No unsaved changes");
