// The passphrase of a folder's file, for as long as this page is open: asked for before a file is locked, and when a locked
// one is opened.
import { inWords } from "./faults.js";
import { unlock } from "./folder-lock.js";
import { part } from "./parts.js";

const SHORTEST = 12; // letters: a few words
const NOT_LOCKED = "Lock the file with a passphrase";
const LOCKED = "The file is locked with a passphrase";
const TOO_SHORT = `Use at least ${SHORTEST} letters: four words that nobody would guess are good.`;
const DIFFERENT = "The two are not the same. Type them again.";
const NOT_SAID = "Tick that you know: a lost passphrase cannot be got back.";

/**
 * Why a passphrase cannot be taken, or nothing.
 * @param {string} phrase
 * @param {string} again
 * @param {boolean} isKnown that it cannot be got back
 */
export function fault(phrase, again, isKnown) {
  if (phrase.length < SHORTEST) return TOO_SHORT;
  if (phrase !== again) return DIFFERENT;
  return isKnown ? "" : NOT_SAID;
}

/**
 * `changed` hears that files are locked from now on, or no longer.
 * @param {HTMLElement} home
 * @param {{ changed: () => void }} to
 */
export function createPassphrase(home, { changed }) {
  const [locking, unlocking] = [part(home, "[data-lock-part]"), part(home, "[data-unlock-part]", HTMLFormElement)];
  const [one, again, known] = [part(locking, "[data-lock]", HTMLInputElement), part(locking, "[data-lock-again]", HTMLInputElement), part(locking, "[data-lock-known]", HTMLInputElement)];
  const [said, typed, refused] = [part(locking, "[data-lock-said]"), part(unlocking, "input", HTMLInputElement), part(unlocking, "[data-unlock-said]")];
  let phrase = "";
  let fitting = ""; // what opened a file last
  /** @type {(text: string | null) => void} */
  let settle = () => {};

  /** @param {string} words */
  const set = (words) => {
    const isOther = words !== phrase;
    phrase = words;
    for (const box of [one, again]) box.value = "";
    known.checked = false;
    said.textContent = words ? "The folder is locked with this passphrase from the next Save on." : "";
    part(locking, "[data-lock-off]").hidden = !words;
    part(locking, "summary").textContent = words ? LOCKED : NOT_LOCKED;
    if (isOther) changed();
  };

  part(locking, "[data-lock-on]").addEventListener("click", () => {
    const why = fault(one.value, again.value, known.checked);
    if (why) said.textContent = why;
    else set(one.value);
  });
  part(locking, "[data-lock-off]").addEventListener("click", () => {
    set("");
    said.textContent = "From the next Save on, the folder is not locked.";
  });

  /**
   * Asks for the passphrase of a locked file until it fits; gives what is in it, or null where somebody thought better of it.
   * @param {Blob} file
   */
  const open = (file) => {
    settle(null);
    unlocking.hidden = false;
    typed.focus();
    return new Promise((/** @type {(text: string | null) => void} */ resolve) => {
      const off = new AbortController();
      settle = (text) => {
        settle = () => {};
        off.abort();
        typed.value = "";
        refused.textContent = "";
        unlocking.hidden = true;
        resolve(text);
      };
      const attempt = async () => {
        refused.textContent = "Opening… This takes some seconds.";
        const words = typed.value;
        try {
          const content = await unlock(file, words);
          if (off.signal.aborted) return;
          fitting = words;
          settle(new TextDecoder().decode(content));
        } catch (why) {
          if (!off.signal.aborted) refused.textContent = inWords(why);
        }
      };
      unlocking.addEventListener("submit", (event) => {
        event.preventDefault();
        void attempt();
      }, { signal: off.signal });
      part(unlocking, "[data-unlock-not]").addEventListener("click", () => settle(null), { signal: off.signal });
    });
  };

  return {
    open,
    passphrase: () => phrase,
    /**
     * The folder that lies here now came from a file that was locked, or not: so will the next one be.
     * @param {boolean} isLocked
     */
    follow: (isLocked) => set(isLocked ? fitting : ""),
    drop: () => {
      settle(null);
      fitting = "";
      phrase = "";
      set("");
    },
  };
}
