// What went wrong, in words for the person who must act. No other error's text is ever shown: it goes to the console.

/** An error whose message is written for whoever uses the page. */
export class Told extends Error {}

/** The page lacks a part that its scripts need: `what` is for whoever runs the site. */
export class MissingPart extends Error {
  /** @override */
  name = "MissingPart"; // watch.html, inside each page, knows it by this

  /** @param {string} what */
  constructor(what) {
    super(`${what} is not on this page`);
  }
}

/** Said when Python had stopped and is started again. */
export const AGAIN = "The tool had stopped. It is starting again, and goes on where it was. What you typed is still here.";

const MISSING = "A part of this page is missing. Save what you can, then load the page again.";
const UNFORESEEN = "Something went wrong in the tool itself. Try again; if it happens again, save what you can and tell whoever runs this site.";

/**
 * A button for what the visitor can do about it, beyond trying again; or null. Whoever holds the answers hears of it.
 * @param {unknown} fault
 */
export function remedy(fault) {
  if (/** @type {{ kind?: string }} */ (fault).kind !== "updated") return null;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "eh-button", textContent: "Reload the page, and keep what I typed" });
  button.dataset.remedy = "";
  button.addEventListener("click", () => document.dispatchEvent(new CustomEvent("page:renew")));
  return button;
}

/** @param {unknown} fault */
export function inWords(fault) {
  if (fault instanceof Told) return fault.message;
  console.error(fault);
  return fault instanceof MissingPart ? MISSING : UNFORESEEN;
}
