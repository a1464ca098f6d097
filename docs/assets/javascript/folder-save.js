// Saving a folder: into its own file again where the browser can (File System Access), elsewhere as a download. A file is
// read before it is written, and what somebody else has changed in it meanwhile is never overwritten.
import { Told } from "./faults.js";
import { save as download } from "./files.js";
import { fileName, isSame } from "./folder-model.js";

/** @type {Record<string, string>} */
const TYPES = { json: "application/json", age: "application/octet-stream" };

/** Whoever closes the browser's own window of files has only thought better of it. */
/** @param {unknown} fault */
const isLeftAlone = (fault) => /** @type {{ name?: string }} */ (fault).name === "AbortError";

/**
 * Asks for a file to write to, and to go on writing to; null where somebody thought better of it. `ending` is "age" for one
 * that is locked.
 * @returns {Promise<FileSystemFileHandle | null>}
 */
export async function chooseFile(ending = "json", now = new Date()) {
  try {
    return await /** @type {NonNullable<typeof window.showSaveFilePicker>} */ (window.showSaveFilePicker)({ suggestedName: fileName(now, ending), types: [{ description: "Family’s folder", accept: { [TYPES[ending] ?? ""]: [`.${ending}`] } }] });
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
 * @param {BlobPart} content
 * @param {string} ending
 */
export function asDownload(content, ending, now = new Date()) {
  const name = fileName(now, ending);
  download(content, name, TYPES[ending] ?? "");
  return name;
}

/**
 * Writes a folder into its file. Gives what is in the file where that is not what it was when it was opened: then nothing
 * is written.
 * @param {FileSystemFileHandle} handle
 * @param {string | Bytes} content
 * @param {Folder["seen"] | null} seen what the file said when it was opened; null for a file that is new
 * @param {(file: File) => Promise<string>} [textOf]
 * @returns {Promise<string | null>}
 */
export async function intoFile(handle, content, seen, textOf = (file) => file.text()) {
  const file = await read(handle);
  const there = seen && file.size ? await textOf(file) : null;
  if (seen && there !== null && !isSame(seenIn(there), seen)) return there;
  try {
    const into = await handle.createWritable();
    await into.write(content);
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
