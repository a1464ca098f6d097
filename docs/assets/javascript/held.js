// What this page holds of a person: the one place that knows. Every part of a page that keeps something typed, drawn,
// found, opened or spoken says here what empties it. exit.js asks for all of it, by the event "exit:clear".
/** @type {{ what: string, empty: () => unknown }[]} */
const holders = [];

/**
 * `empty()` leaves nothing, at once: nothing behind Undo, nothing on its way from Python, nothing shown.
 * @param {string} what
 * @param {() => unknown} empty
 */
export function holds(what, empty) {
  holders.push({ what, empty });
}

/** The names of all that this page may hold. */
export const held = () => holders.map(({ what }) => what);

document.addEventListener("exit:clear", () => {
  for (const { empty } of holders) {
    try {
      empty();
    } catch (fault) {
      console.error(fault); // one that fails must not keep the next from being emptied
    }
  }
});
