// Names that stand in the form or in its family's folder are offered wherever a name is asked for: chosen, not typed again.
import { holds } from "./held.js";
import { element, part, parts } from "./parts.js";

/**
 * @param {HTMLFormElement} form
 * @param {Pick<Host, "names" | "signal">} [host] whose `names` are those of the folder's people
 */
export function start(form, host) {
  const offered = part(form, "[data-names]", HTMLDataListElement);
  form.addEventListener("focusin", ({ target }) => {
    if (!(/** @type {Element} */ (target).matches("[data-person]"))) return;
    const others = parts(form, "[data-person]", HTMLInputElement).filter((each) => each !== target);
    const names = new Set([...(host?.names() ?? []), ...others.map(({ value }) => value.trim())].filter(Boolean));
    offered.replaceChildren(...[...names].map((value) => element("option", { value })));
  });
  holds("the names that are offered", () => offered.replaceChildren(), host?.signal);
}
