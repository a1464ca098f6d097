// Training examples: made-up answers that a trainer loads with one press.

/** `load(name)` gives {entries, area}; `use` puts them on the page, once `confirm` has asked about what is there. */
export function start(page, load, { confirm, use, failed }) {
  const chooser = page.querySelector("[data-example]");
  const button = page.querySelector("[data-load-example]");
  button?.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    try {
      const example = await load(chooser.value);
      if (await confirm.ask("Replace what is on this page with the example?", "Yes, load the example")) use(example);
    } catch (fault) {
      failed(fault);
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
}

export function chooseArea(area) {
  const chooser = document.querySelector("[data-area-chooser]");
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
