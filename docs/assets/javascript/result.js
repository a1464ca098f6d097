// The place below the form where the answer of Python is shown, and the files that may be saved from it.
import { button, element, part, parts } from "./parts.js";

/** Whom to call, in full: it stands open above a result that tells of danger. */
const folds = () => parts(document, ".eh-danger details", HTMLDetailsElement);

/** @param {HTMLElement} region */
export function createResult(region) {
  /** @type {(state: string, ...content: Node[]) => void} */
  const show = (state, ...content) => {
    region.dataset.state = state;
    delete region.dataset.stale;
    region.replaceChildren(...content);
  };

  return {
    idle() {
      show("idle", said("Your result will appear here."));
      for (const fold of folds()) fold.open = false;
    },
    /** @param {string} words */
    waiting: (words) => show("waiting", said(words)),
    invalid: () => show("invalid", said("Some answers need another look first: see the list at the top of the form.")),
    /** @type {(words: string, again: () => void, remedy: Element | null) => void} */
    failed: (words, again, remedy) =>
      show("failed", said(`${words} What you typed is still here.`, "eh-status--bad"), remedy ?? button("Try again", again)),

    /**
     * `html` is our own renderer's: it has escaped every answer.
     * @param {string} html
     * @param {Element | null} questions
     * @param {Element} files
     */
    ready(html, questions, files) {
      const shown = document.createElement("div");
      shown.innerHTML = html;
      show("ready", shown, files);
      if (questions) (shown.querySelector(".eh-document__title + .eh-note") ?? shown).after(questions);
      if (shown.querySelector(".eh-note--danger")) for (const fold of folds()) fold.open = true;
      const heading = /** @type {HTMLElement} */ (shown.querySelector("h1, h2, h3") ?? shown);
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      region.scrollIntoView();
    },

    /**
     * What is shown no longer goes with the answers: it may be read, but not saved.
     * @param {() => void} again
     */
    stale(again) {
      if (region.dataset.state !== "ready" || "stale" in region.dataset) return false;
      region.dataset.stale = "";
      part(region, "[data-files]").remove();
      const warning = said("Your answers have changed. Check again before you use or save this.", "eh-status--bad");
      region.prepend(warning, button("Check again", again));
      return true;
    },
  };
}

/** @param {string} words */
const said = (words, kind = "") => element("p", { className: `eh-status ${kind}`, textContent: words });
