// A draft, for those who say that the device is their own: the answers stay in this tab's storage until it closes,
// the box is unticked, the form is cleared or the page is left by Exit. Nothing is kept unless the box is ticked.
import { part } from "./parts.js";

const FULL = "This browser does not let the page keep a draft. Save a file instead.";

/**
 * `read()` gives the answers as pairs, `restore(pairs)` puts a draft on the page, `refused(words)` says what went wrong.
 * @param {HTMLElement} page
 * @param {{ form: string, read: () => Pair[], restore: (pairs: Pair[]) => void, refused: Say }} of
 */
export function start(page, { form, read, restore, refused }) {
  const box = part(page, "[data-draft]", HTMLInputElement);
  const key = `eh-draft:${form}`;

  const drop = () => {
    box.checked = false;
    attempt(() => sessionStorage.removeItem(key));
  };

  const keep = () => {
    if (!box.checked) return;
    if (attempt(() => sessionStorage.setItem(key, JSON.stringify(read()))) instanceof Error) {
      drop();
      refused(FULL);
    }
  };

  /** Keeps a draft from now on, at the visitor's wish; whether it could. */
  const begin = () => {
    box.checked = true;
    keep();
    return box.checked;
  };

  box.addEventListener("change", () => (box.checked ? keep() : drop()));
  const kept = attempt(() => JSON.parse(sessionStorage.getItem(key) ?? "null"));
  box.checked = Array.isArray(kept);
  if (Array.isArray(kept) && kept.length) restore(kept);
  return { begin, keep, drop };
}

// A browser may refuse storage, or have no room left.
/** @param {() => unknown} work */
function attempt(work) {
  try {
    return work();
  } catch (fault) {
    return fault;
  }
}
