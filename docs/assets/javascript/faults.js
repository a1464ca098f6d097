// What went wrong, in words for the person who must act. No other error's text is ever shown: it goes to the console.

/** An error whose message is written for whoever uses the page. */
export class Told extends Error {}

const UNFORESEEN = "Something went wrong in the tool itself. Try again; if it happens again, save what you can and tell whoever runs this site.";

export function inWords(fault) {
  if (fault instanceof Told) return fault.message;
  console.error(fault);
  return UNFORESEEN;
}
