import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, fill } from "../../docs/assets/javascript/answers.js";
import { pagePath, spare, start, steps } from "../../docs/assets/javascript/repeat.js";
import { createUndo } from "../../docs/assets/javascript/undo.js";
import { $, all, field, formOf, named, press, radios, repeated } from "./page.js";

const said = [];
const say = (words) => said.push(words);

function plan(...given) {
  const form = formOf(repeated("changes", (change) => field(`${change}.what`) + radios(`${change}.far`, "1", "2") + repeated(`${change}.actions`, (action) => field(`${action}.who`))));
  start(form, { say, undo: createUndo({ done: say }) });
  fill(form, given);
  return form;
}

const THREE = [["changes.0.what", "Bed"], ["changes.0.far", "1"], ["changes.1.what", "Calm"], ["changes.1.far", "2"], ["changes.1.actions.0.who", "Mum"],
  ["changes.2.what", "School"], ["changes.2.far", "1"]];
const removeSecond = () => press($("[data-repeat=changes] > [data-item='1'] > [data-remove]"));

test("a path says which item of which group it means", () => {
  assert.deepEqual(steps("goal"), []);
  assert.deepEqual(steps("changes.0.what"), [["changes", 0]]);
  assert.deepEqual(steps("changes.10.actions.2.who"), [["changes", 10], ["changes.10.actions", 2]]);
});

test("one more item is empty, has the next number and takes the keyboard", () => {
  const form = plan(["changes.0.what", "Bed"]);
  press($("[data-repeat=changes] > [data-add]"));
  assert.equal(document.activeElement, named("changes.1.what"));
  assert.equal($("[data-item='1'] > legend").textContent, "Item 2");
  assert.deepEqual(entries(form), [["changes.0.what", "Bed"]]);
  press($("[data-repeat='changes.1.actions'] > [data-add]"));
  assert.ok(named("changes.1.actions.1.who"), "a group within a new item grows too");
});

test("when an item is removed those after it take its number, and keep their answers", () => {
  const form = plan(...THREE);
  removeSecond();
  assert.deepEqual(entries(form), [["changes.0.what", "Bed"], ["changes.0.far", "1"], ["changes.1.what", "School"], ["changes.1.far", "1"]]);
  assert.equal(said.at(-1), "Item 2 removed. Undo brings it back.");
});

test("Undo brings an item back to its place, with its ticks and what is in it", () => {
  const form = plan(...THREE);
  removeSecond();
  press($("[data-undo-notice] button"));
  assert.deepEqual(entries(form), THREE);
});

test("the last item removed comes back first, and each to where it was", async () => {
  const form = plan(...THREE);
  removeSecond();
  removeSecond();
  assert.deepEqual(all("[data-undo-notice]").map(({ hidden }) => hidden), [true, false]);
  for (const shown of [0, 1]) {
    press($("[data-undo-notice]:not([hidden]) button"));
    await Promise.resolve();
    assert.equal(all("[data-undo-notice]").length, 1 - shown);
  }
  assert.deepEqual(entries(form), THREE);
});

test("Python does not count items left empty, the page does: a message still finds its field", () => {
  const form = plan(["changes.0.what", "Bed"], ["changes.2.what", "School"], ["changes.2.actions.1.who", "Gran"]);
  assert.equal(pagePath(form, "changes.0.what"), "changes.0.what");
  assert.equal(pagePath(form, "changes.1.what"), "changes.2.what");
  assert.equal(pagePath(form, "changes.1.actions.0.who"), "changes.2.actions.1.who");
  assert.equal(pagePath(form, "changes.5.what"), "changes.5.what");
});

test("something new goes into the first item left empty, or into one more", () => {
  const form = plan(["changes.0.what", "Bed"]);
  const first = spare(form, "changes");
  assert.equal(first.dataset.item, "1");
  assert.equal(spare(form, "changes"), first);
});
