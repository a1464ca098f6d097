import "./page.js";
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { start } from "../../docs/assets/javascript/builder.js";
import { $, formOf, named, press } from "./page.js";

const BUILDER = `<div id="builder"><div data-picture></div><ul data-faults></ul><input data-name><select data-sex><option value="girl">girl</option></select>
<input data-born><select data-who></select><button data-do="person">Add someone</button><button data-do="mother">Add a mother</button>
<button data-undo disabled>Undo</button><button data-redo disabled>Redo</button><p data-refused hidden></p></div>`;
const settled = () => new Promise((resolve) => { setImmediate(resolve); });

/** A builder whose Python is `answers`, by the question. */
function built(answers) {
  const form = formOf(`<textarea name="text">one</textarea><input name="on">${BUILDER}`);
  const said = [];
  start($("#builder"), form, { ask: async (question, text) => answers[question](JSON.parse(text)), today: () => "2026-03-27", say: (words) => said.push(words) });
  return said;
}

const drawn = { svg: "", faults: [], people: [] };

test("a step is a new text, and Undo and Redo go between texts", async () => {
  const said = built({ show: () => drawn, step: ({ text }) => ({ text: `${text} two`, who: "" }) });
  press($("[data-do=person]"));
  await settled();
  assert.equal(named("text").value, "one two");
  assert.deepEqual(said, ["Add someone: done."]);
  press($("[data-undo]"));
  await settled();
  assert.equal(named("text").value, "one");
  assert.ok($("[data-undo]").disabled && !$("[data-redo]").disabled);
  press($("[data-redo]"));
  await settled();
  assert.equal(named("text").value, "one two");
});

test("a step that needs somebody asks for one, and one that cannot be taken says why", async () => {
  built({ show: () => drawn, step: ({ text }) => ({ text, problem: "Nobody is called that." }) });
  press($("[data-do=mother]"));
  assert.equal($("[data-refused]").textContent, "Add someone first.");
  press($("[data-do=person]"));
  await settled();
  assert.equal($("[data-refused]").textContent, "Nobody is called that.");
  assert.equal(named("text").value, "one");
});

test("Undo whose picture does not come says so, in our words", async () => {
  mock.method(console, "error", () => {});
  const faults = [];
  const show = () => {
    for (const fault of faults) throw fault;
    return drawn;
  };
  built({ show, step: ({ text }) => ({ text: `${text} two`, who: "" }) });
  press($("[data-do=person]"));
  await settled();
  faults.push(new TypeError("secret"));
  press($("[data-undo]"));
  await settled();
  assert.match($("[data-refused]").textContent, /^Something went wrong/);
  assert.equal(named("text").value, "one");
});

test("a picture that comes back after the page was left is not shown", async () => {
  let answer;
  built({ show: () => new Promise((resolve) => { answer = resolve; }) });
  $("form").dispatchEvent(new Event("filled"));
  await settled();
  document.dispatchEvent(new CustomEvent("exit:clear"));
  answer({ ...drawn, svg: "<svg><text>Ella</text></svg>" });
  await settled();
  assert.doesNotMatch($("[data-picture]").innerHTML, /Ella/);
});
