// A form page: it works as plain HTML, and asks Python in this browser for what comes of the answers.
// What was typed is in the page's fields until it is cleared, saved to a file or left; draft.js alone stores anything.
// A family's folder starts the same form within its own page, and keeps what is typed there (folder-form.js).
import { fill, restore, snapshot, typed } from "./answers.js";
import { bring } from "./arrival.js";
import { createAsking, today } from "./asking.js";
import * as catalogue from "./catalogue.js";
import { createConfirm } from "./confirm.js";
import * as days from "./days.js";
import * as draft from "./draft.js";
import * as examples from "./examples.js";
import { save } from "./files.js";
import { inWords } from "./faults.js";
import * as finder from "./finder.js";
import { holds } from "./held.js";
import { make } from "./made.js";
import * as names from "./names.js";
import * as items from "./items.js";
import * as open from "./open.js";
import * as paper from "./paper.js";
import { around, element, part, parts } from "./parts.js";
import * as repeat from "./repeat.js";
import { createResult } from "./result.js";
import * as same from "./same.js";
import * as sections from "./sections.js";
import * as signature from "./signature.js";
import * as sometimes from "./sometimes.js";
import { openTool } from "./tool.js";
import { createUndo } from "./undo.js";
import * as unfinished from "./unfinished.js";

/** @param {Event} event */
const askFirst = (event) => event.preventDefault();
const shownArea = () => document.documentElement.dataset.area ?? "general";

/**
 * Gives `filled`, which puts answers on the form and gives those that found no place, `tell`, which says something of
 * them, and the form's own `undo`.
 * @param {HTMLFormElement} form
 * @param {Host} [host] the page that the form stands in, where that is not its own
 */
export function start(form, host) {
  const page = around(form, ".eh-form-page");
  const id = form.dataset.form ?? "";
  const said = part(page, "[data-announce]");
  /** @type {Say} */
  const say = (words) => { said.textContent = words; };
  const unsaved = () => { if (!host) window.addEventListener("beforeunload", askFirst); };
  const saved = () => window.removeEventListener("beforeunload", askFirst);
  const tool = host?.tool ?? openTool(page, id, say);
  const result = createResult(part(page, "[data-result]"));
  const template = part(page, "[data-files-template]", HTMLTemplateElement);
  /** @param {Pair[]} pairs */
  const carry = async (pairs) => {
    if (!(await confirm.ask("Have you saved this first? Going on replaces what is on this page.", "Yes, go on"))) return;
    swap({ entries: pairs }, "What was here before has been replaced.", opening.below);
    unsaved();
    opening.welcome("What goes on is on this page now.");
  };
  const asking = createAsking({ form, template, tool, result, say, saved, carry: host?.carry ?? carry, checked: host?.checked, signal: host?.signal });
  const confirm = createConfirm(part(page, "[data-confirm]"), () => typed(form).length > 0);
  const undo = createUndo({ done: (words) => { form.dispatchEvent(new Event("input")); say(words); } });
  let isTouched = false; // since the page was last filled

  const edited = () => {
    isTouched = true;
    unsaved();
    drafts.keep();
    catalogue.count(form);
    asking.changed();
  };

  /** @param {() => Pair[]} put */
  const replace = (put) => {
    undo.drop();
    const missing = put();
    isTouched = false;
    saved();
    asking.drop();
    examples.mark(page, form);
    catalogue.count(form, { open: true });
    return missing;
  };

  /**
   * Other answers come in place of what is here; `put` says where the notice goes that offers to undo it.
   * @param {{ entries: Pair[], area?: string }} other
   * @param {string} words
   * @param {Put} put
   */
  const swap = ({ entries: pairs, area }, words, put) => {
    const before = { ...snapshot(form), area: shownArea() };
    if (area) examples.chooseArea(area);
    const missing = replace(() => fill(form, pairs));
    drafts.keep();
    undo.offer(words, put, () => goBack(before));
    return missing;
  };

  /** @param {ReturnType<typeof snapshot> & { area: string }} before */
  const goBack = async (before) => {
    const question = "Bring back what was here before? What you typed since then goes.";
    if (isTouched && !(await confirm.ask(question, "Yes, bring it back"))) return "";
    examples.chooseArea(before.area);
    opening.drop();
    replace(() => restore(form, before));
    const words = "What was here before is back on this page.";
    opening.welcome(words);
    return words;
  };

  /** @param {Usable} opened */
  const use = (opened) => {
    const missing = swap(opened, "The file’s answers are on this page.", opening.below);
    return opened.message === undefined ? unfinished.welcome(opened, missing, opened.moved) : opened.message;
  };

  const clear = () => {
    opening.drop();
    for (const told of parts(page, "[data-saved]")) told.textContent = "";
    replace(() => fill(form, []));
    form.dispatchEvent(new Event("cleared"));
    drafts.drop();
  };

  const about = { form: id, version: Number(form.dataset.version), made_with: form.dataset.madeWith ?? "" };
  /** @param {File} file */
  const readOwn = async (file) => {
    const found = await unfinished.read(file, about);
    return found && { ...found, moved: examples.nameOf(found.area) };
  };
  /** @param {string} data */
  const read = async (data) => {
    await tool.ready();
    return tool.call("open", { form: id, data, area: shownArea() });
  };
  const opening = open.start(page, { readOwn, read, confirm, use, say });
  /** @param {Pair[]} pairs */
  const restoreDraft = (pairs) => {
    replace(() => fill(form, pairs));
    unsaved();
    opening.tell("Your draft is back on this page.");
  };
  const drafts = host?.drafts ?? draft.start(page, { form: id, read: () => typed(form), restore: restoreDraft, refused: opening.refuse });

  const saveTyped = () => {
    if (!typed(form).length) return "There is nothing to save yet.";
    const day = today();
    const name = `early-help-${id}-${day}-so-far.json`;
    save(unfinished.write({ ...about, area: shownArea(), saved: day }, typed(form)), name, "application/json");
    saved();
    return `Saved as “${name}”, where your browser puts downloads. To go on later, choose it at “Open a saved file”.`;
  };

  /** @param {HTMLElement} button */
  const tellOfSaving = (button) => {
    const words = saveTyped();
    opening.tell(words);
    const beside = button.closest("[data-saving]")?.querySelector("[data-saved]");
    if (beside) beside.textContent = words;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    make(form);
    if (!host) drafts.keep(); // a check alone changes nothing that a folder has to keep
    void asking.submit();
  });
  form.addEventListener("input", edited);
  for (const button of parts(page, "[data-save-typed]")) button.addEventListener("click", () => tellOfSaving(button));
  document.addEventListener("area:change", asking.changed, host && { signal: host.signal });
  if (!host) document.addEventListener("page:renew", () => {
    if (!drafts.begin()) return;
    saved();
    location.reload();
  });
  const clearing = part(page, "[data-clear]");
  clearing.addEventListener("click", async () => {
    if (!(await confirm.ask("Clear everything on this page? It cannot be brought back.", "Yes, clear it"))) return;
    clear();
    say("The form is empty.");
    clearing.focus();
  });
  part(page, "[data-again]").addEventListener("click", () => tool.ready().catch(() => {}));
  holds("the answers, what stands behind Undo, the draft, the opened file and the result", () => {
    clear();
    say("");
  }, host?.signal);
  if (!host) holds("Python, and what it was asked", () => tool.stop());

  paper.start(page, host?.signal);
  days.start(form);
  names.start(form, host);
  items.start(form);
  repeat.start(form, { say, undo });
  same.start(form, { say, undo });
  sometimes.start(form, say);
  const shown = sections.start(page, form, host?.signal);
  new MutationObserver(shown.tell).observe(part(page, "[data-result]"), { attributes: true, attributeFilter: ["data-state"] });
  catalogue.start(form);
  signature.start(form, host?.signal);
  /** @type {Ask} */
  const ask = (question, text) => tool.call("ask", { form: id, question, text });
  finder.start(form, ask, say, host?.signal);
  const builder = /** @type {HTMLElement | null} */ (document.querySelector("[data-builder]"));
  if (builder) void build(builder, form, { ask, today, say, signal: host?.signal });
  /** @type {(example: Example, put: Put) => void} */
  const useExample = (example, put) => {
    opening.drop();
    swap(example, "The example is on this page.", put);
    say("The example is on this page. Undo takes it off again.");
  };
  examples.start(page, (name) => tool.call("example", { form: id, name }), { confirm, use: useExample, failed: asking.refuse });
  /** @param {Pair[]} pairs */
  const filled = (pairs) => replace(() => fill(form, pairs));
  return { filled, tell: opening.tell, undo };
}

/** @type {typeof import("./builder.js").start} */
async function build(builder, ...given) {
  try {
    (await bring("./builder.js")).start(builder, ...given);
  } catch (fault) {
    const words = `A picture cannot be built step by step here. ${inWords(fault)} You can still write the family below.`;
    builder.replaceChildren(element("p", { className: "eh-error", role: "alert", textContent: words }));
  }
}

for (const form of parts(document, "form[data-form]", HTMLFormElement)) start(form);
// What the page says after a while by itself, for when a script like this one has not come.
for (const late of document.querySelectorAll("[data-late]")) late.remove();
