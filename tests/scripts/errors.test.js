import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { clear, controlAt, nearest, show } from "../../docs/assets/javascript/errors.js";
import { $, all, field, formOf, named, radios } from "./page.js";

test("a message goes to the field of its path; what is said of a group, to its first question; any other, to what is around", () => {
  const names = ["goal", "changes.0.what", "changes.0.far", "changes.1.what"];
  assert.equal(nearest("changes.0.far", names), "changes.0.far");
  assert.equal(nearest("changes.1", names), "changes.1.what");
  assert.equal(nearest("changes", names), "changes.0.what");
  assert.equal(nearest("changes.0.gone", names), "changes.0.what");
  assert.equal(nearest("changes.1", ["changes.10.what", "changes.1.what"]), "changes.1.what", "1 is not the beginning of 10");
  assert.equal(nearest("no such path", names), "goal");
});

test("a hidden answer takes no message: it goes where it can be mended", () => {
  const form = formOf(`<input type="hidden" name="training_example">${field("goal")}`);
  assert.equal(controlAt(form, "training_example"), named("goal"));
});

test("each answer to mend says so beside its field, is told to a screen reader, and is on the list at the top", () => {
  const form = formOf(field("goal") + radios("agrees", "yes", "no"));
  show(form, [["goal", "Say what is to change"], ["agrees", "Choose yes or no"]]);
  assert.equal($("#goal-error").textContent, "Error: Say what is to change");
  assert.equal(named("goal").getAttribute("aria-invalid"), "true");
  assert.equal(named("goal").getAttribute("aria-describedby"), "goal-error");
  assert.equal($("fieldset").getAttribute("aria-describedby"), "agrees-error");
  assert.deepEqual(all("[data-errors] a").map(({ textContent }) => textContent), ["Say what is to change", "Choose yes or no"]);
  assert.equal(document.activeElement, $("[data-errors]"));
  assert.equal(document.title, "Error: A form");
});

test("nothing of it is left once it is cleared, and what a field said before stays", () => {
  const form = formOf(field("goal", '<input type="text" id="goal" name="goal" aria-describedby="goal-hint">'));
  show(form, [["goal", "Say what is to change"]]);
  assert.equal(named("goal").getAttribute("aria-describedby"), "goal-error goal-hint");
  clear(form);
  assert.deepEqual(all("[data-error], [data-errors], [aria-invalid]"), []);
  assert.equal(named("goal").getAttribute("aria-describedby"), "goal-hint");
  assert.equal(document.title, "A form");
});

test("a field with two messages shows the first; thousands are counted, not listed", () => {
  const form = formOf(field("goal"));
  show(form, [["goal", "First"], ["goal", "Second"]]);
  assert.equal(all("[data-error]").length, 1);
  show(form, Array.from({ length: 1234 }, (_, place) => ["goal", `Line ${place}`]));
  assert.equal(all("[data-errors] li").length, 51);
  assert.equal(all("[data-errors] li").at(-1).textContent, "and 1,184 more");
});
