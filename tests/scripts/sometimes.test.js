import "./page.js";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { entries, fill } from "../../docs/assets/javascript/answers.js";
import { show } from "../../docs/assets/javascript/errors.js";
import * as prompts from "../../docs/assets/javascript/prompts.js";
import * as repeat from "../../docs/assets/javascript/repeat.js";
import * as sometimes from "../../docs/assets/javascript/sometimes.js";
import { $, all, field, formOf, named, press, radios, repeated } from "./page.js";

/** As macros/templates/when.html. */
const when = (path, values, inside) =>
  `<div class="eh-when" data-waits="${path}" data-values="${values}"><p class="eh-when__line"><span data-kept></span><button type="button" data-show>Show these questions</button></p>${inside}</div>`;

let form;
let said;
beforeEach(() => {
  const actions = repeated("actions", (path) => field(`${path}.what`) + when("day", "", field(`${path}.done`)));
  form = formOf(radios("decision", "child", "mixed", "none") + when("decision", "child mixed", field("weighed")) + actions + field("day"));
  said = [];
  repeat.start(form, { say() {}, undo: { offer: () => $("[data-add]") } });
  sometimes.start(form, (words) => said.push(words));
});

const waits = (name) => named(name).closest("[data-waits]").dataset.unasked !== undefined;
const waiting = () => [...form.elements].map(({ name }) => name).filter((name) => name && name !== "decision" && named(name).closest("[data-unasked]"));
const keeps = (name) => named(name).closest("[data-waits]").querySelector("[data-kept]").textContent;
const type = (name, value) => {
  named(name).value = value;
  named(name).dispatchEvent(new Event("input", { bubbles: true }));
};
const choose = (value) => {
  for (const each of all("[name=decision]")) each.checked = each.value === value;
  $("[name=decision]").dispatchEvent(new Event("input", { bubbles: true }));
};

test("a part waits until the question that decides has one of its answers, or any where none is named", () => {
  assert.deepEqual(waiting(), ["weighed", "actions.0.done"]);
  choose("mixed");
  assert.deepEqual(waiting(), ["actions.0.done"]);
  choose("none");
  assert.ok(waits("weighed"));
  type("day", "2026-11-03");
  assert.ok(!waits("actions.0.done"));
});

test("what was typed in a part that is not asked any more stays, is sent, counted and said", () => {
  choose("child");
  type("weighed", "Her age");
  choose("none");
  assert.ok(waits("weighed"));
  assert.deepEqual(entries(form), [["decision", "none"], ["weighed", "Her age"]]);
  assert.equal(keeps("weighed"), "1 answer is kept in a part that is not asked now.");
  assert.equal(said.at(-1), "1 answer is kept in a part that is not asked now.");
});

test("a part that waits is shown at a press, with the keyboard in it, and stays", () => {
  press(all("[data-show]")[0]);
  assert.ok(!waits("weighed"));
  assert.equal(document.activeElement, named("weighed"));
  choose("none");
  assert.ok(!waits("weighed"));
});

test("what a file brings is seen, and an empty form asks no more than at first", () => {
  fill(form, [["weighed", "Her age"], ["actions.1.done", "yes"]]);
  assert.deepEqual(waiting(), ["actions.0.done"]);
  fill(form, []);
  assert.deepEqual(waiting(), ["weighed", "actions.0.done"]);
});

test("an item that is added asks what the others ask", () => {
  type("day", "2026-11-03");
  press($("[data-add]"));
  assert.ok(!waits("actions.1.done"));
});

test("what is to mend, or asked, is seen although its part waits", () => {
  show(form, [["weighed", "Say what you weighed"]]);
  assert.ok(!waits("weighed"));
  prompts.show(form, [{ path: "actions.0.done", question: "When?", reason: "", suggestion: "" }]);
  assert.ok(!waits("actions.0.done"));
});
