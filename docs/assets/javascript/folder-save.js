// Saving a folder: into its own file again where the browser can (File System Access), elsewhere as a download. A file is
// read before it is written, and what somebody else has changed in it meanwhile is never overwritten.
import { Told } from "./faults.js";
import { save as download } from "./files.js";
import { fileName, isSame, written } from "./folder-model.js";

const TYPE = "application/json";
const KINDS = [{ description: "Family’s folder", accept: { [TYPE]: [".json"] } }];

/** Whoever closes the browser's own window of files has only thought better of it. */
/** @param {unknown} fault */
const isLeftAlone = (fault) => /** @type {{ name?: string }} */ (fault).name === "AbortError";

/**
 * Asks for a file to write to, and to go on writing to; null where somebody thought better of it.
 * @returns {Promise<FileSystemFileHandle | null>}
 */
export async function chooseFile(now = new Date()) {
  try {
    return await /** @type {NonNullable<typeof window.showSaveFilePicker>} */ (window.showSaveFilePicker)({ suggestedName: fileName(now), types: KINDS });
  } catch (fault) {
    if (isLeftAlone(fault)) return null;
    throw new Told("This browser did not let the page choose a file.", { cause: fault });
  }
}

/**
 * Asks for a file to open; null where somebody thought better of it.
 * @returns {Promise<FileSystemFileHandle | null>}
 */
export async function chooseToOpen() {
  try {
    const [handle] = await /** @type {NonNullable<typeof window.showOpenFilePicker>} */ (window.showOpenFilePicker)();
    return handle ?? null;
  } catch (fault) {
    if (isLeftAlone(fault)) return null;
    throw new Told("This browser did not let the page choose a file.", { cause: fault });
  }
}

/**
 * Hands the folder to the browser, which puts it where downloads go; gives the file's name.
 * @param {Folder} folder
 */
export function asDownload(folder, now = new Date()) {
  const name = fileName(now);
  download(written(folder), name, TYPE);
  return name;
}

/**
 * Writes the folder into its file. Gives the other copy, as bytes, where the file is not what it was when it was opened:
 * then nothing is written.
 * @param {FileSystemFileHandle} handle
 * @param {Folder} folder
 * @param {Folder["seen"] | null} seen what the file said when it was opened; null for a file that is new
 * @returns {Promise<File | null>}
 */
export async function intoFile(handle, folder, seen) {
  const file = await read(handle);
  if (seen && file.size && !isSame(seenIn(await file.text()), seen)) return file;
  try {
    const into = await handle.createWritable();
    await into.write(written(folder));
    await into.close();
  } catch (fault) {
    throw new Told("The browser could not write to that file. It may be read-only, or open in another program. Save to another file.", { cause: fault });
  }
  return null;
}

/** @param {FileSystemFileHandle} handle */
async function read(handle) {
  try {
    return await handle.getFile();
  } catch (fault) {
    throw new Told("The file is not where it was. Save to another file.", { cause: fault });
  }
}

/**
 * @param {string} text
 * @returns {Folder["seen"]}
 */
export function seenIn(text) {
  try {
    return JSON.parse(text).seen ?? {};
  } catch {
    return { "not a folder any more": 1 };
  }
}
