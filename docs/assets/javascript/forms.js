// A form page: it works as plain HTML, and asks Python in this browser for what comes of the answers.
// What was typed is in the page's fields until it is cleared, saved to a file or left; draft.js alone stores anything.
import { entries, fill } from "./answers.js";
import { createAsking, today } from "./asking.js";
import * as catalogue from "./catalogue.js";
import { createConfirm } from "./confirm.js";
import * as draft from "./draft.js";
import * as examples from "./examples.js";
import * as finder from "./finder.js";
import { holds } from "./held.js";
import { make } from "./made.js";
import * as open from "./open.js";
import * as paper from "./paper.js";
import * as repeat from "./repeat.js";
import { createResult } from "./result.js";
import * as signature from "./signature.js";
import { openTool } from "./tool.js";

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
    replace(pairs);
    unsaved();
    opening.welcome("What goes on is on this page now.");
  };
  const asking = createAsking({ form, template, tool, result, say, saved, carry });
  const confirm = createConfirm(page.querySelector("[data-confirm]"), () => entries(form).length > 0);

  const typed = () => {
    unsaved();
    drafts.keep();
    catalogue.count(form);
    asking.changed();
  };

  const replace = (pairs) => {
    fill(form, pairs);
    saved();
    asking.drop();
    examples.mark(page, form);
    catalogue.count(form, { open: true });
  };

  const use = ({ entries, area }) => {
    examples.chooseArea(area);
    opening.drop();
    replace(entries);
    drafts.keep();
  };

  const clear = () => {
    opening.drop();
    replace([]);
    drafts.drop();
  };

  const read = async (data) => {
    await tool.ready();
    return tool.call("open", { form: id, data, area: document.documentElement.dataset.area });
  };
  const opening = open.start(page, { form: id, read, confirm, use, say });
  const restore = (pairs) => {
    replace(pairs);
    unsaved();
    opening.tell("Your draft is back on this page.");
  };
  const drafts = draft.start(page, { form: id, read: () => entries(form), restore, refused: opening.refuse });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    make(form);
    drafts.keep();
    asking.submit();
  });
  form.addEventListener("input", typed);
  document.addEventListener("area:change", asking.changed);
  document.addEventListener("page:renew", () => {
    if (!drafts.begin()) return;
    saved();
    location.reload();
  });
  page.querySelector("[data-clear]").addEventListener("click", async ({ currentTarget }) => {
    if (!(await confirm.ask("Clear everything on this page?", "Yes, clear it"))) return;
    clear();
    say("The form is empty.");
    currentTarget.focus();
  });
  page.querySelector("[data-again]").addEventListener("click", () => tool.ready().catch(() => {}));
  holds("the answers, the draft, the opened file and the result", () => {
    clear();
    say("");
  });
  holds("Python, and what it was asked", () => tool.stop());

  paper.start(page);
  repeat.start(form, say);
  catalogue.start(form);
  signature.start(form);
  const ask = (question, text) => tool.call("ask", { form: id, question, text });
  finder.start(form, ask, say);
  const builder = document.querySelector("[data-builder]");
  if (builder) import("./builder.js").then(({ start: build }) => build(builder, form, { ask, today, say }));
  examples.start(page, (name) => tool.call("example", { form: id, name }), { confirm, use, failed: asking.refuse });
}

for (const form of document.querySelectorAll("form[data-form]")) start(form);
