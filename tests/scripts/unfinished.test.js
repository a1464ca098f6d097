import assert from "node:assert/strict";
import { test } from "node:test";
import { read, welcome, write } from "../../docs/assets/javascript/unfinished.js";

const ABOUT = { form: "scaling", version: 2, area: "kent", saved: "2026-03-27", made_with: "1.0" };
const ENTRIES = [["goal", "“Sleep”\nand rest"], ["people.3.name", "Zoë"]];
const opened = (changes) => read(new Blob([JSON.stringify({ ...JSON.parse(write(ABOUT, ENTRIES)), ...changes })]), ABOUT);

test("half-done work comes back from its file as it was typed", async () => {
  assert.deepEqual(await read(new Blob([write(ABOUT, ENTRIES)]), ABOUT), { kind: "early-help-form", state: "unfinished", ...ABOUT, entries: ENTRIES });
});

test("a person can read the file", () => {
  assert.match(write(ABOUT, ENTRIES), /^\{\n "kind": "early-help-form",\n "form": "scaling",/);
});

for (const [what, changes] of Object.entries({
  "another form's": { form: "consent" },
  "an older version's": { version: 1 },
  "finished work": { state: undefined, entries: undefined, answers: {} },
  "a file without its day": { saved: "yesterday" },
  "an answer that is no text": { entries: [["goal", 3]] },
  "an answer without a name": { entries: [["goal"]] },
  "answers that are no list": { entries: { goal: "x" } },
  "more answers than a form has": { entries: Array.from({ length: 20_001 }, () => ["goal", "x"]) },
  "an item so far on that the page would grow without end": { entries: [["people.1000.name", "x"]] },
})) test(`${what} is left to Python`, async () => assert.equal(await opened(changes), null));

test("what is no JSON, and what is too large, is left to Python", async () => {
  assert.equal(await read(new Blob(["%PDF-1.7"]), ABOUT), null);
  assert.equal(await read(new Blob(["null"]), ABOUT), null);
  assert.equal(await read(new Blob([" ".repeat(5_000_001)]), ABOUT), null);
});

test("what came back is told by its day, as unchecked, with the area and what was left out", () => {
  assert.equal(welcome(ABOUT, [], ""), "What you had typed by 27 March 2026 is back on this page. Nothing of it has been checked yet.");
  const missing = ["a", "b", "c", "d"].map((value) => ["gone", value]);
  assert.match(welcome(ABOUT, missing, "Kent"), /It was saved for Kent, so the page now shows Kent\. 4 of its answers have no place .*: “a”, “b”, “c” and others\.$/);
});
