import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, fill, restore, snapshot, typed } from "../../docs/assets/javascript/answers.js";
import { $, all, field, formOf, named, radios, repeated } from "./page.js";

const plan = () => formOf(field("goal") + radios("agrees", "yes", "no") + repeated("changes", (change) => field(`${change}.what`) + radios(`${change}.far`, "1", "2")
  + repeated(`${change}.actions`, (action) => field(`${action}.who`))));

const ENTRY = `<fieldset class="eh-entry" id="seen.fear"><legend>Fear</legend><div class="eh-options">
<label><input type="radio" name="seen.fear.step" value="" checked>Not seen</label><label><input type="radio" name="seen.fear.step" value="2">Often</label></div>
<div class="eh-follow"><input type="text" name="seen.fear.words"></div></fieldset>`;

test("an answer is what was typed, by its path; what is empty, only spaces or not ticked is none", () => {
  const form = plan();
  named("goal").value = "School each day";
  named("changes.0.what").value = "  ";
  $("[name=agrees][value=no]").checked = true;
  assert.deepEqual(entries(form), [["goal", "School each day"], ["agrees", "no"]]);
  assert.deepEqual(typed(form), [["goal", "School each day"], ["agrees", "no"], ["changes.0.what", "  "]]);
});

test("answers fill a page as they were taken from one, with as many items as they have", () => {
  const given = [["goal", "Sleep"], ["agrees", "yes"], ["changes.0.what", "Bed"], ["changes.0.far", "2"], ["changes.0.actions.0.who", "Mum"],
    ["changes.0.actions.1.who", "Dad"], ["changes.1.what", "Calm"], ["changes.1.far", "1"], ["changes.1.actions.2.who", "Gran"]];
  const form = plan();
  assert.deepEqual(fill(form, given), []);
  assert.deepEqual(entries(form), given);
  assert.deepEqual(fill(plan(), entries(form)), []);
});

test("other answers take the place of all that was there, and no item is left over", () => {
  const form = plan();
  fill(form, [["goal", "Sleep"], ["agrees", "yes"], ["changes.3.what", "Calm"]]);
  fill(form, [["goal", "School"]]);
  assert.deepEqual(entries(form), [["goal", "School"]]);
  assert.equal(all("[data-item]").length, 2);
});

test("an answer that the page has no place for is given back, so that it can be told", () => {
  assert.deepEqual(fill(plan(), [["gone", "x"], ["goal", "y"], ["agrees", "perhaps"]]), [["gone", "x"], ["agrees", "perhaps"]]);
});

test("what was there before comes back with the items that were still empty", () => {
  const form = plan();
  fill(form, [["changes.2.what", "Calm"]]);
  const before = snapshot(form);
  fill(form, []);
  restore(form, before);
  assert.deepEqual(entries(form), [["changes.2.what", "Calm"]]);
  assert.equal(all("[data-repeat=changes] > [data-item]").length, 3);
});

test("what was typed below an entry that is left out again stays, and is no answer", () => {
  const form = formOf(ENTRY);
  named("seen.fear.words").value = "at night";
  assert.deepEqual(entries(form), []);
  assert.deepEqual(typed(form), [["seen.fear.words", "at night"]]);
});

test("it is an answer while the entry is chosen", () => {
  const form = formOf(ENTRY);
  const given = [["seen.fear.step", "2"], ["seen.fear.words", "at night"]];
  fill(form, given);
  assert.deepEqual(entries(form), given);
});

test("half of a letter made of two is sent as a mark in its place", () => {
  const form = formOf(field("goal"));
  named("goal").value = "so \ud83d";
  assert.deepEqual(entries(form), [["goal", "so \ufffd"]]);
});

test("hidden answers are emptied with the others, and folds close; a fold opens where an answer comes to stand in it", () => {
  const form = formOf(`<input type="hidden" name="training_example" value="Ella"><details class="eh-fold"><summary>More</summary>${field("more")}</details>`);
  fill(form, [["more", "x"]]);
  assert.equal(named("training_example").value, "");
  assert.ok($("details").hasAttribute("open"));
  fill(form, []);
  assert.ok(!$("details").hasAttribute("open"));
});

test("a day that is none stands as text, so that nothing typed is lost", () => {
  const form = formOf(field("by", '<input type="date" id="by" name="by">'));
  fill(form, [["by", "next week"]]);
  assert.deepEqual(entries(form), [["by", "next week"]]);
  fill(form, [["by", "2026-03-27"]]);
  assert.equal(named("by").type, "date");
  assert.deepEqual(entries(form), [["by", "2026-03-27"]]);
});
