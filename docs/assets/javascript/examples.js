// Training examples: made-up answers that a trainer loads with one press.
import { around, fieldNamed, part } from "./parts.js";

/**
 * `load(name)` gives {entries, area}; `use(example, put)` puts them on the page, once `confirm` has asked about what is
 * there. `put(notice)` places what is said of it.
 * @param {HTMLElement} page
 * @param {(name: string) => Promise<Example>} load
 * @param {{ confirm: Confirm, use: (example: Example, put: Put) => void, failed: (fault: unknown) => void }} to
 */
export function start(page, load, { confirm, use, failed }) {
  if (!page.querySelector("[data-example]")) return; // a form may have none
  const chooser = part(page, "[data-example]", HTMLSelectElement);
  const button = part(page, "[data-load-example]");
  button.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    try {
      const example = await load(chooser.value);
      if (await confirm.ask("Replace what is on this page with the example?", "Yes, load the example")) {
        use(example, (notice) => around(button, ".eh-examples").append(notice));
      }
    } catch (fault) {
      failed(fault);
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
}

/** @returns {HTMLSelectElement | null} */
const areas = () => document.querySelector("[data-area-chooser]");

/**
 * The name of an area that the page does not show yet, and could.
 * @param {string} area
 */
export function nameOf(area) {
  const option = [...(areas()?.options ?? [])].find(({ value }) => value === area);
  return option && !option.selected ? option.textContent : "";
}

/** @param {string} area */
export function chooseArea(area) {
  const chooser = areas();
  if (!chooser || chooser.value === area) return;
  chooser.value = area;
  chooser.dispatchEvent(new Event("change", { bubbles: true }));
}

/**
 * The banner stays for as long as the answers are an example's.
 * @param {HTMLElement} page
 * @param {HTMLFormElement} form
 */
export function mark(page, form) {
  const title = fieldNamed(form, "training_example").value;
  part(page, "[data-training]").hidden = !title;
  part(page, "[data-training-title]").textContent = title;
}
