// What this page holds of a person: the one place that knows. Every part of a page that keeps something typed, drawn,
// found, opened or spoken says here what empties it. exit.js asks for all of it, by the event "exit:clear".
/** @typedef {{ what: string, empty: () => unknown }} Holder */
/** @type {Set<Holder>} */
const holders = new Set();

/**
 * `empty()` leaves nothing, at once: nothing behind Undo, nothing on its way from Python, nothing shown. A part that can
 * be taken off the page gives the `signal` that says so.
 * @param {string} what
 * @param {() => unknown} empty
 * @param {AbortSignal} [signal]
 */
export function holds(what, empty, signal) {
  const holder = { what, empty };
  holders.add(holder);
  signal?.addEventListener("abort", () => holders.delete(holder));
}

/** The names of all that this page may hold. */
export const held = () => [...holders].map(({ what }) => what);

/** @param {Iterable<Holder>} those */
function emptied(those) {
  for (const { empty } of those) {
    try {
      empty();
    } catch (fault) {
      console.error(fault); // one that fails must not keep the next from being emptied
    }
  }
}

document.addEventListener("exit:clear", () => emptied([...holders]));
