import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, fill } from "../../docs/assets/javascript/answers.js";
import { start } from "../../docs/assets/javascript/same.js";
import { createUndo } from "../../docs/assets/javascript/undo.js";
import { $, field, formOf, press, radios, repeated } from "./page.js";

const said = [];
const say = (words) => said.push(words);
const BUTTON = '<button type="button" data-same="how signature.how" data-like="answer">The same for all</button>';

function consent(...given) {
  const person = (path) => field(`${path}.name`) + field(`${path}.answer`) + field(`${path}.how`) + radios(`${path}.signature.how`, "paper", "typed") + BUTTON;
  const form = formOf(repeated("people", person));
  start(form, { say, undo: createUndo({ done: say }) });
  fill(form, given);
  return form;
}
const person = (place, answer, ...more) => [["name", `P${place}`], ["answer", answer], ...more].map(([name, value]) => [`people.${place}.${name}`, value]);
const ON_PAPER = [["how", "written"], ["signature.how", "paper"]];
const of = (form, place) => Object.fromEntries(entries(form).filter(([name]) => name.startsWith(`people.${place}.`)).map(([name, value]) => [name.slice(9), value]));
const pressAt = (place) => press($(`[data-item="${place}"] [data-same]`));

test("a press gives the others the same, but no answer of theirs is touched and nobody’s answer is given for them", () => {
  const form = consent(...person(0, "agrees"), ...person(1, "agrees", ["how", "verbal"]), ...person(2, "not-asked"), ...person(3, "agrees", ...ON_PAPER));
  pressAt(3);
  assert.deepEqual(of(form, 0), { name: "P0", answer: "agrees", how: "written", "signature.how": "paper" });
  assert.deepEqual(of(form, 1), { name: "P1", answer: "agrees", how: "verbal", "signature.how": "paper" });
  assert.deepEqual(of(form, 2), { name: "P2", answer: "not-asked" });
  assert.equal(said.at(-1), "3 answers were filled in for the others.");
});

test("Undo takes out what the press filled in, and nothing else", () => {
  const form = consent(...person(0, "agrees"), ...person(1, "agrees", ...ON_PAPER));
  pressAt(1);
  press($("[data-undo-notice] button"));
  assert.deepEqual(of(form, 0), { name: "P0", answer: "agrees" });
  assert.equal(of(form, 1).how, "written");
});

test("without an answer to pass on it says so", () => {
  const form = consent(...person(0, "agrees"), ...person(1, "agrees"));
  pressAt(1);
  assert.match(said.at(-1), /answer it here first/);
  assert.equal(entries(form).length, 4);
});
