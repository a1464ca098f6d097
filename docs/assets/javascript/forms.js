// A form page: it works as plain HTML, and asks Python in this browser for what comes of the answers.
// What was typed is in the page's fields until it is cleared, saved to a file or left; draft.js alone stores anything.
import { entries, fill, restore, snapshot, typed } from "./answers.js";
import { createAsking, today } from "./asking.js";
import * as catalogue from "./catalogue.js";
import { createConfirm } from "./confirm.js";
import * as days from "./days.js";
import * as draft from "./draft.js";
import * as examples from "./examples.js";
import { save } from "./files.js";
import * as finder from "./finder.js";
import { holds } from "./held.js";
import { make } from "./made.js";
import * as open from "./open.js";
import * as paper from "./paper.js";
import * as repeat from "./repeat.js";
import { createResult } from "./result.js";
import * as signature from "./signature.js";
import { openTool } from "./tool.js";
import { createUndo } from "./undo.js";
import * as unfinished from "./unfinished.js";

const askFirst = (event) => event.preventDefault();
const unsaved = () => window.addEventListener("beforeunload", askFirst);
const saved = () => window.removeEventListener("beforeunload", askFirst);

function start(form) {
  const page = form.closest(".eh-form-page");
  const id = form.dataset.form;
  const say = (words) => { page.querySelector("[data-announce]").textContent = words; };
  const tool = openTool(page, id, say);
  const result = createResult(page.querySelector("[data-result]"));
  const template = page.querySelector("[data-files-template]");
  const carry = async (pairs) => {
    if (!(await confirm.ask("Have you saved this first? Going on replaces what is on this page.", "Yes, go on"))) return;
    swap({ entries: pairs }, "What was here before has been replaced.", opening.below);
    unsaved();
    opening.welcome("What goes on is on this page now.");
  };
  const asking = createAsking({ form, template, tool, result, say, saved, carry });
  const confirm = createConfirm(page.querySelector("[data-confirm]"), () => typed(form).length > 0);
  const undo = createUndo({ done: (words) => { edited(); say(words); } });
  let isTouched = false; // since the page was last filled

  const edited = () => {
    isTouched = true;
    unsaved();
    drafts.keep();
    catalogue.count(form);
    asking.changed();
  };

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

  /** Other answers come in place of what is here; `put` says where the notice goes that offers to undo it. */
  const swap = ({ entries: pairs, area }, words, put) => {
    const before = { ...snapshot(form), area: document.documentElement.dataset.area };
    if (area) examples.chooseArea(area);
    const missing = replace(() => fill(form, pairs));
    drafts.keep();
    undo.offer(words, put, () => goBack(before));
    return missing;
  };

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

  const use = (opened) => {
    const missing = swap(opened, "The file’s answers are on this page.", opening.below);
    return opened.message ?? unfinished.welcome(opened, missing, opened.moved);
  };

  const clear = () => {
    opening.drop();
    replace(() => fill(form, []));
    drafts.drop();
  };

  const about = { form: id, version: Number(form.dataset.version), madeWith: form.dataset.madeWith };
  const readOwn = async (file) => {
    const found = await unfinished.read(file, about);
    return found && { ...found, moved: examples.nameOf(found.area) };
  };
  const read = async (data) => {
    await tool.ready();
    return tool.call("open", { form: id, data, area: document.documentElement.dataset.area });
  };
  const opening = open.start(page, { form: id, readOwn, read, confirm, use, say });
  const restoreDraft = (pairs) => {
    replace(() => fill(form, pairs));
    unsaved();
    opening.tell("Your draft is back on this page.");
  };
  const drafts = draft.start(page, { form: id, read: () => typed(form), restore: restoreDraft, refused: opening.refuse });

  const saveTyped = () => {
    if (!typed(form).length) return opening.tell("There is nothing to save yet.");
    const day = today();
    const name = `early-help-${id}-${day}-so-far.json`;
    const { area } = document.documentElement.dataset;
    save(unfinished.write({ ...about, area, saved: day }, typed(form)), name, "application/json");
    saved();
    opening.tell(`Saved as “${name}”, where your browser puts downloads. To go on later, choose it at “Open a saved file”.`);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    make(form);
    drafts.keep();
    asking.submit();
  });
  form.addEventListener("input", edited);
  page.querySelector("[data-save-typed]").addEventListener("click", saveTyped);
  document.addEventListener("area:change", asking.changed);
  document.addEventListener("page:renew", () => {
    if (!drafts.begin()) return;
    saved();
    location.reload();
  });
  page.querySelector("[data-clear]").addEventListener("click", async ({ currentTarget }) => {
    if (!(await confirm.ask("Clear everything on this page? It cannot be brought back.", "Yes, clear it"))) return;
    clear();
    say("The form is empty.");
    currentTarget.focus();
  });
  page.querySelector("[data-again]").addEventListener("click", () => tool.ready().catch(() => {}));
  holds("the answers, what stands behind Undo, the draft, the opened file and the result", () => {
    clear();
    say("");
  });
  holds("Python, and what it was asked", () => tool.stop());

  paper.start(page);
  days.start(form);
  repeat.start(form, { say, undo });
  catalogue.start(form);
  signature.start(form);
  const ask = (question, text) => tool.call("ask", { form: id, question, text });
  finder.start(form, ask, say);
  const builder = document.querySelector("[data-builder]");
  if (builder) import("./builder.js").then(({ start: build }) => build(builder, form, { ask, today, say }));
  const useExample = (example, put) => {
    opening.drop();
    swap(example, "The example is on this page.", put);
    say("The example is on this page. Undo takes it off again.");
  };
  examples.start(page, (name) => tool.call("example", { form: id, name }), { confirm, use: useExample, failed: asking.refuse });
}

for (const form of document.querySelectorAll("form[data-form]")) start(form);
// What the page says after a while by itself, for when a script like this one has not come.
for (const late of document.querySelectorAll("[data-late]")) late.remove();
