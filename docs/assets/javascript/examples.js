// Training examples: made-up answers that a trainer loads with one press.

/**
 * `load(name)` gives {entries, area}; `use(example, put)` puts them on the page, once `confirm` has asked about what is
 * there. `put(notice)` places what is said of it.
 */
export function start(page, load, { confirm, use, failed }) {
  const chooser = page.querySelector("[data-example]");
  const button = page.querySelector("[data-load-example]");
  button?.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    try {
      const example = await load(chooser.value);
      if (await confirm.ask("Replace what is on this page with the example?", "Yes, load the example")) {
        use(example, (notice) => button.closest(".eh-examples").append(notice));
      }
    } catch (fault) {
      failed(fault);
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
}

const areas = () => document.querySelector("[data-area-chooser]");

/** The name of an area that the page does not show yet, and could. */
export function nameOf(area) {
  const option = [...(areas()?.options ?? [])].find(({ value }) => value === area);
  return option && !option.selected ? option.textContent : "";
}

export function chooseArea(area) {
  const chooser = areas();
  if (!chooser || chooser.value === area) return;
  chooser.value = area;
  chooser.dispatchEvent(new Event("change", { bubbles: true }));
}

/** The banner stays for as long as the answers are an example's. */
export function mark(page, form) {
  const title = form.elements.namedItem("training_example")?.value ?? "";
  page.querySelector("[data-training]").hidden = !title;
  page.querySelector("[data-training-title]").textContent = title;
}
