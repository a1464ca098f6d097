// A form page: it works as plain HTML, and asks Python in this browser for what comes of the answers.
// Nothing is stored: what was typed is in the page's fields until it is cleared, saved to a file or left.
import { fill } from "./answers.js";
import { createAsking } from "./asking.js";
import * as catalogue from "./catalogue.js";
import * as examples from "./examples.js";
import * as finder from "./finder.js";
import * as repeat from "./repeat.js";
import { createResult } from "./result.js";
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
  const asking = createAsking({ form, template, tool, result, say, saved });

  const typed = () => {
    unsaved();
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

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    asking.submit();
  });
  form.addEventListener("input", typed);
  document.addEventListener("area:change", asking.changed);
  page.querySelector("[data-clear]").addEventListener("click", () => replace([]));
  page.querySelector("[data-again]").addEventListener("click", () => tool.ready().catch(() => {}));
  document.addEventListener("exit:clear", () => {
    replace([]);
    tool.stop();
  });

  repeat.start(form, say);
  catalogue.start(form);
  finder.start(form, (question, text) => tool.call("ask", { form: id, question, text }), say);
  examples.start(page, (name) => tool.call("example", { form: id, name }), replace, asking.refuse);
}

for (const form of document.querySelectorAll("form[data-form]")) start(form);
