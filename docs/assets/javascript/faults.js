// What went wrong, in words for the person who must act. No other error's text is ever shown: it goes to the console.

/** An error whose message is written for whoever uses the page. */
export class Told extends Error {}

/** Said when Python had stopped and is started again. */
export const AGAIN = "The tool had stopped. It is starting again, and goes on where it was. What you typed is still here.";

const UNFORESEEN = "Something went wrong in the tool itself. Try again; if it happens again, save what you can and tell whoever runs this site.";

/** A button for what the visitor can do about it, beyond trying again; or null. Whoever holds the answers hears of it. */
export function remedy({ kind }) {
  if (kind !== "updated") return null;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "eh-button", textContent: "Reload the page, and keep what I typed" });
  button.dataset.remedy = "";
  button.addEventListener("click", () => document.dispatchEvent(new CustomEvent("page:renew")));
  return button;
}

export function inWords(fault) {
  if (fault instanceof Told) return fault.message;
  console.error(fault);
  return UNFORESEEN;
}
