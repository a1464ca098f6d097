// The folder's files: one that is opened, the one that Save writes to, and what somebody else has changed there meanwhile.
import { today } from "./asking.js";
import * as examples from "./examples.js";
import { inWords } from "./faults.js";
import { createChoices } from "./folder-choices.js";
import { isLocked, lock as locked, unlock } from "./folder-lock.js";
import { isEmpty, written } from "./folder-model.js";
import { createPassphrase } from "./folder-passphrase.js";
import { asDownload, chooseFile, chooseToOpen, intoFile, seenIn } from "./folder-save.js";
import { base64 } from "./open.js";
import { part } from "./parts.js";

const LARGEST = 25_000_001; // bytes: one more than Python takes, so that Python says so of a larger file
const WAIT = 1_500; // ms: no longer does a Save wait for the names in a form to become people
const ANOTHER = "This is another family’s folder. Open it in place of the one on this page? What is not saved here is lost.";
const ONE_AT_A_TIME = "Another file is being opened, or waits for your answer here. Finish that first, then choose this file again.";
const CHANGED = "Somebody else has changed this file since you opened it, so nothing is written yet.";

/**
 * `ask` asks Python about the folder; `tell` and `told` say what came of opening and of saving; `settle(item)` makes people
 * of whoever a form names; `opened` hears that another folder lies on the desk; `backHome` closes a form that is open.
 * @param {HTMLElement} page
 * @param {{ desk: Desk, sheet: ReturnType<typeof import("./folder-sheet.js").createSheet>, ask: AskFolder, isReady: () => boolean, confirm: Confirm, tell: (words: string, isBad?: boolean) => void, told: (words: string, isSaved?: boolean) => void, settle: (item: string) => Promise<unknown>, opened: () => void, backHome: () => void, area: () => string }} of
 */
export function createFiles(page, { desk, sheet, ask, isReady, confirm, tell, told, settle, opened, backHome, area }) {
  const field = part(page, "[data-folder-file]", HTMLInputElement);
  const home = part(page, "[data-folder-home]");
  const choices = createChoices(part(home, "[data-choices-part]"));
  /** @type {FileSystemFileHandle | null} */
  let handle = null; // for as long as this page is open
  /** @type {Folder["seen"] | null} */
  let seen = null; // what that file said when it was read or written last

  const lock = createPassphrase(home, { changed: () => { handle = null; } }); // what was locked is no longer that file
  /** @param {File} file */
  const textOf = async (file) => (await isLocked(file)) ? new TextDecoder().decode(await unlock(file, lock.passphrase())) : file.text();

  // Saving

  const toSave = async () => {
    const isChanging = sheet.changing();
    sheet.lay();
    if (isChanging && isReady()) {
      const named = settle(isChanging).catch(() => {});
      await Promise.race([named, new Promise((resolve) => { setTimeout(resolve, WAIT); })]);
    }
    const folder = { ...desk.folder(), area: area(), saved: today() };
    desk.set(folder);
    return folder;
  };

  const save = async () => {
    told("");
    if (isEmpty(desk.folder()) && desk.unsaved(sheet.standing()) === 0) return told("There is nothing to save yet.");
    const ending = lock.passphrase() ? "age" : "json";
    if (!handle && window.showSaveFilePicker) {
      const chosen = await chooseFile(ending);
      if (!chosen) return;
      [handle, seen] = [chosen, null];
    }
    const folder = await toSave();
    const phrase = lock.passphrase();
    if (phrase) told("Locking the folder… This takes some seconds.");
    const isWanted = desk.isFor();
    const content = phrase ? await locked(written(folder), phrase) : written(folder);
    if (!isWanted()) return;
    if (handle) {
      const other = await intoFile(handle, content, seen, textOf);
      if (other) return changedElsewhere(other);
      ({ seen } = folder);
    }
    const words = handle ? `Saved in “${handle.name}”.` : `Saved as “${asDownload(content, ending)}” in your downloads.`;
    desk.keep(folder);
    told("");
    told(words, true);
  };

  // What somebody else has changed in the file is brought in before anything is written there.
  /** @param {string} other */
  const changedElsewhere = async (other) => {
    told(CHANGED);
    backHome();
    const isIn = await bringIn(await base64(new Blob([other]), LARGEST));
    if (!isIn) return;
    seen = seenIn(other);
    told("Somebody else had changed this file. Both are in the folder now: press Save once more to write it.");
  };

  // Opening

  const notBroughtIn = () => {
    tell("Nothing was brought in. The folder is as it was.");
    return false;
  };

  // A single saved form, another copy of the folder that lies here, or one that was begun apart for the same family, is
  // brought into it. Gives whether it was.
  /** @param {string} data */
  const bringIn = async (data) => {
    const { who } = await ask("who", { folder: desk.folder(), data, today: today() });
    const same = who.length ? await choices.askWho(who) : {};
    if (!same) return notBroughtIn();
    const { choices: asked } = await ask("merge", { folder: desk.folder(), data, session: desk.editing(), same });
    const picks = asked.length ? await choices.ask(asked) : {};
    if (!picks) return notBroughtIn();
    const reply = await (asked.length ? desk.through("settle", { data, picks, same }) : desk.through("merge", { data, same }));
    if (reply) tell([reply.message, ...reply.left_out].filter(Boolean).join(" "));
    return Boolean(reply);
  };

  // Whether what was opened belongs into the folder that lies here ("theirs"), or in its place.
  /** @type {(folder: Folder, isForm: boolean) => Promise<"mine" | "theirs" | null> | "mine" | "theirs"} */
  const placeOf = (folder, isForm) => {
    if (isEmpty(desk.folder())) return "mine";
    return isForm || folder.id === desk.folder().id ? "theirs" : choices.askWhose();
  };

  /** @type {(file: File, from: FileSystemFileHandle | null) => Promise<void>} */
  const open = async (file, from) => {
    const isWanted = desk.isFor();
    const ids = desk.newIds();
    tell(`Opening “${file.name}”…`);
    const isShut = await isLocked(file);
    if (isShut) tell("");
    const inside = isShut ? await lock.open(file) : file;
    if (inside === null) return tell("");
    const data = await base64(inside instanceof File ? inside : new Blob([inside]), LARGEST);
    const { folder, left_out: leftOut, message } = await ask("open", { data, area: area(), today: today(), session: desk.editing(), ids });
    if (!isWanted()) return;
    const isForm = ids.includes(folder.id); // its folder was made for it
    tell("");
    const whose = await placeOf(folder, isForm);
    if (whose === null) return tell("");
    if (whose === "theirs") return void (await bringIn(data));
    const isMeant = isEmpty(desk.folder()) || (await confirm.ask(ANOTHER, "Yes, open it"));
    if (!isMeant) return tell("");
    examples.chooseArea(folder.area);
    lock.follow(isShut);
    handle = isForm ? null : from;
    seen = handle ? folder.seen : null;
    desk.lieDown(folder, !isForm);
    opened();
    tell([message, ...leftOut].filter(Boolean).join(" ") || "The folder is open.");
  };

  let isOpening = false;

  /** @type {(work: () => Promise<void>) => Promise<void>} */
  const opening = async (work) => {
    if (isOpening) return tell(ONE_AT_A_TIME, true);
    isOpening = true;
    field.setAttribute("aria-busy", "true");
    try {
      await work();
    } catch (fault) {
      tell(`The file was not opened. ${inWords(fault)} What is on this page has not changed.`, true);
    } finally {
      isOpening = false;
      field.value = ""; // so that the same file can be chosen again
      field.removeAttribute("aria-busy");
    }
  };

  field.addEventListener("change", () => {
    const [file] = field.files ?? [];
    if (file) void opening(() => open(file, null));
  });
  field.addEventListener("click", (event) => {
    if (!window.showOpenFilePicker) return;
    event.preventDefault();
    void opening(async () => {
      const chosen = await chooseToOpen();
      if (chosen) await open(await chosen.getFile(), chosen);
    });
  });

  return {
    save,
    drop: () => {
      choices.drop();
      lock.drop();
      handle = null;
      seen = null;
    },
  };
}
