// A form page: it works as plain HTML, and asks Python in this browser for what comes of the answers.
// Nothing is stored: what was typed is in the page's fields until it is cleared, saved to a file or left.
import { clear, entries, fill } from "./answers.js";
import * as catalogue from "./catalogue.js";
import * as errors from "./errors.js";
import * as examples from "./examples.js";
import { offer } from "./files.js";
import * as finder from "./finder.js";
import * as repeat from "./repeat.js";
import { createResult } from "./result.js";
import { openTool } from "./tool.js";

const area = () => document.documentElement.dataset.area ?? "general";

/** Today where the visitor is, as 2026-03-27. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function start(form) {
  const page = form.closest(".eh-form-page");
  const say = (words) => { page.querySelector("[data-announce]").textContent = words; };
  const result = createResult(page.querySelector("[data-result]"));
  const id = form.dataset.form;
  const tool = openTool(page, id, say);
  let edits = 0; // a result that comes back late can tell whether it is still the newest
  let isAsking = false;

  const askFirst = (event) => event.preventDefault();
  const unsaved = () => window.addEventListener("beforeunload", askFirst);
  const saved = () => window.removeEventListener("beforeunload", askFirst);
  const checkAgain = () => form.requestSubmit();

  const changed = () => {
    edits += 1;
    if (result.stale(checkAgain)) say("Your answers have changed. Check again.");
  };

  const typed = () => {
    unsaved();
    catalogue.count(form);
    changed();
  };

  const replace = (pairs) => {
    edits += 1;
    fill(form, pairs);
    saved();
    errors.clear(form);
    result.idle();
    examples.mark(page, form);
    catalogue.count(form, { open: true });
  };

  const files = (request, document) => {
    const write = async (format) => {
      if (format !== "docx") return tool.call("export", { ...request, format });
      const word = await import("./word.js");
      return word.write(document);
    };
    const template = page.querySelector("[data-files-template]");
    return offer(template, `early-help-${id}-${request.today}`, write, saved);
  };

  const submit = async () => {
    if (isAsking) return; // answers are read when Python is ready for them, so one question is enough
    isAsking = true;
    const words = tool.isReady() ? "Working it out…" : "We will answer as soon as the tool has loaded.";
    errors.clear(form);
    result.waiting(words);
    say(words);
    try {
      await tool.ready();
      const sent = edits;
      const request = { form: id, entries: entries(form), area: area(), today: today() };
      const answer = await tool.call("submit", request);
      result.ready(answer.html, files(request, answer.document));
      say("Your result is ready.");
      if (sent !== edits) result.stale(checkAgain);
    } catch (fault) {
      refuse(fault);
    } finally {
      isAsking = false;
    }
  };

  const refuse = (fault) => {
    if (fault.kind === "answers-invalid") {
      say("");
      result.invalid();
      errors.show(form, fault.errors);
    } else {
      say("This could not be worked out.");
      result.failed(`This could not be worked out. ${fault.message}`, checkAgain);
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener("input", typed);
  document.addEventListener("area:change", changed);
  page.querySelector("[data-clear]").addEventListener("click", () => replace([]));
  page.querySelector("[data-again]").addEventListener("click", () => tool.ready().catch(() => {}));
  document.addEventListener("exit:clear", () => {
    replace([]);
    tool.stop();
    isAsking = false;
  });

  repeat.start(form, say);
  catalogue.start(form);
  finder.start(form, (question, text) => tool.call("ask", { form: id, question, text }), say);
  examples.start(page, (name) => tool.call("example", { form: id, name }), replace, refuse);
}

for (const form of document.querySelectorAll("form[data-form]")) start(form);
