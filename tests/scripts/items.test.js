import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, fill } from "../../docs/assets/javascript/answers.js";
import { goTo } from "../../docs/assets/javascript/errors.js";
import { start as startItems } from "../../docs/assets/javascript/items.js";
import { start } from "../../docs/assets/javascript/repeat.js";
import { createUndo } from "../../docs/assets/javascript/undo.js";
import { $, all, field, formOf, named, press, radios, repeated } from "./page.js";

const said = [];
const say = (words) => said.push(words);
const day = (name) => field(name, `<input type="date" id="${name}" name="${name}">`);

function plan(...given) {
  const action = (path) => field(`${path}.what`) + field(`${path}.who`) + day(`${path}.by`) + radios(`${path}.far`, "1", "2");
  const form = formOf(repeated("actions", action, { needs: "what", line: "{who}: {what}, by {by}" }));
  startItems(form);
  start(form, { say, undo: createUndo({ done: say }) });
  fill(form, given);
  return form;
}

const WALK = [["actions.0.what", "walks Ella to school."], ["actions.0.who", "Sam"], ["actions.0.by", "2026-10-16"], ["actions.0.far", "1"]];
const READ = [["actions.1.what", "reads with her"], ["actions.1.far", "2"]];
const lines = () => all("[data-line]").map(({ textContent }) => textContent);
const folded = () => all("[data-item]").map((item) => item.dataset.folded !== undefined);
const head = (place, what) => $(`[data-item="${place}"] > .eh-item__head > [${what}]`);

test("what comes from a file is folded, each item into the line that the form's model says", () => {
  plan(...WALK, ...READ);
  assert.deepEqual(folded(), [true, true]);
  assert.deepEqual(lines(), ["Sam: walks Ella to school, by 16 October", "reads with her"]);
  assert.equal(head(0, "data-fold").getAttribute("aria-expanded"), "false");
});

test("an item with another begun within it, and not complete, stands open", () => {
  const score = (path) => field(`${path}.person`) + field(`${path}.score`);
  const meeting = (path) => day(`${path}.day`) + repeated(`${path}.scores`, score, { needs: "person score" });
  const form = formOf(repeated("meetings", meeting, { needs: "day scores" }));
  startItems(form);
  const first = [["meetings.0.day", "2026-09-08"], ["meetings.0.scores.0.person", "Ella"], ["meetings.0.scores.0.score", "8"]];
  fill(form, [...first, ["meetings.1.day", "2026-10-20"], ["meetings.1.scores.0.person", "Ella"]]);
  assert.deepEqual(all("[data-repeat=meetings] > [data-item]").map((item) => item.dataset.folded !== undefined), [true, false]);
});

test("one that is alone, or has no answer to what must be answered, stands open", () => {
  plan(...WALK);
  assert.deepEqual(folded(), [false]);
  plan(...WALK, ["actions.1.who", "Nan"]);
  assert.deepEqual(folded(), [true, false]);
});

test("an item opens and folds at a press, and opens when something in it is to be answered", () => {
  plan(...WALK, ...READ);
  press(head(0, "data-fold"));
  assert.deepEqual(folded(), [false, true]);
  assert.deepEqual(lines(), ["", "reads with her"]);
  press(head(0, "data-fold"));
  assert.deepEqual(folded(), [true, true]);
  goTo(named("actions.1.what"));
  assert.deepEqual(folded(), [true, false]);
});

test("what is complete folds when another is added", () => {
  plan(...WALK);
  press($("[data-add]"));
  assert.deepEqual(folded(), [true, false]);
});

test("moving an item up or down keeps every answer and tick, says where it is, and stays at its button", () => {
  const form = plan(...WALK, ...READ, ["actions.2.what", "calls"], ["actions.2.far", "1"]);
  press(head(2, 'data-shift="-1"'));
  assert.deepEqual(entries(form).filter(([name]) => /what|far/.test(name)), [
    ["actions.0.what", "walks Ella to school."], ["actions.0.far", "1"], ["actions.1.what", "calls"], ["actions.1.far", "1"],
    ["actions.2.what", "reads with her"], ["actions.2.far", "2"],
  ]);
  assert.equal(said.at(-1), "Item 3 is now item 2.");
  assert.equal(document.activeElement, head(1, 'data-shift="-1"'));
  press(head(0, 'data-shift="1"'));
  assert.deepEqual(entries(form).filter(([name]) => name.endsWith("what")).map(([, value]) => value), ["calls", "walks Ella to school.", "reads with her"]);
});

test("at an end the keyboard goes to the other way", () => {
  plan(...WALK, ...READ);
  press(head(1, 'data-shift="-1"'));
  assert.equal(document.activeElement, head(0, 'data-shift="1"'));
});

test("an emptied form leaves no line of what was there", () => {
  const form = plan(...WALK, ...READ);
  fill(form, []);
  assert.deepEqual(lines(), [""]);
  assert.deepEqual(folded(), [false]);
});
