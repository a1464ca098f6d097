// A folder behind a passphrase, as an age file (age-encryption.org): any program that knows the format opens it. The
// library comes only when it is asked for, and works in a worker: making a key of a passphrase takes seconds, and nothing
// may hold up the Exit.
import { REASONS } from "./arrival.js";
import { Told } from "./faults.js";
import { holds } from "./held.js";

const LIBRARY = new URL("./vendor/age-encryption.js", import.meta.url).href;
const PATIENCE = 120_000; // ms: an old phone takes long
const BEGINS = "age-encryption.org/";
const WRONG = "The passphrase does not fit this file. Look at capital letters and spaces, and try again.";
const DAMAGED = "The file is cut off or was changed since it was saved, so it cannot be opened. Use another copy of it.";
const SLOW = "It took too long on this device. Try again, or save without a passphrase.";

// Written here and started from a blob, so that the worker has the page's policy.
const WORK = `
import { Decrypter, Encrypter } from "${LIBRARY}";
const lock = async ({ content, passphrase }) => {
  const locking = new Encrypter();
  locking.setPassphrase(passphrase);
  return locking.encrypt(content);
};
const unlock = async ({ content, passphrase }) => {
  const unlocking = new Decrypter();
  unlocking.addPassphrase(passphrase);
  return unlocking.decrypt(content);
};
onmessage = ({ data }) => (data.isLocking ? lock : unlock)(data).then((made) => postMessage({ made }), ({ message }) => postMessage({ refused: message }));
postMessage({ isHere: true });
`;

/** @type {Set<() => void>} */
const working = new Set();
holds("a passphrase, and what is being made with it", () => {
  for (const end of working) end();
});

/** @type {(asked: { isLocking: boolean, content: Bytes, passphrase: string }) => Promise<Bytes>} */
function work(asked) {
  return new Promise((resolve, reject) => {
    const address = URL.createObjectURL(new Blob([WORK], { type: "text/javascript" }));
    const worker = new Worker(address, { type: "module" });
    const end = () => {
      clearTimeout(timer);
      working.delete(end);
      worker.terminate();
      URL.revokeObjectURL(address);
    };
    const timer = setTimeout(() => { end(); reject(new Told(SLOW)); }, PATIENCE);
    working.add(end);
    worker.onerror = (event) => { event.preventDefault(); end(); reject(new Told(REASONS.blocked)); };
    worker.onmessage = ({ data: { isHere, made, refused } }) => {
      if (isHere) return worker.postMessage(asked);
      end();
      if (made) resolve(made);
      else reject(new Told(refused.includes("no identity matched") ? WRONG : DAMAGED));
    };
  });
}

/**
 * @param {string} text
 * @param {string} passphrase
 */
export const lock = (text, passphrase) => work({ isLocking: true, content: new TextEncoder().encode(text), passphrase });

/**
 * @param {Blob} file
 * @param {string} passphrase
 */
export const unlock = async (file, passphrase) => work({ isLocking: false, content: new Uint8Array(await file.arrayBuffer()), passphrase });

/** @param {Blob} file */
export const isLocked = async (file) => (await file.slice(0, BEGINS.length).text()) === BEGINS;
