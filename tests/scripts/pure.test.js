import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDay, pressed } from "../../docs/assets/javascript/days.js";
import { withDays } from "../../docs/assets/javascript/made.js";
import { length, read, written } from "../../docs/assets/javascript/signature.js";
import { address, clean, isRightToLeft, shares } from "../../docs/assets/javascript/word-blocks.js";
import { mark } from "../../docs/assets/javascript/word.js";

const typing = (keys) => keys.reduce(pressed, "");

test("keys in a date box are kept as far as they went", () => {
  assert.equal(typing([..."12/3"]), "12/3");
  assert.equal(typing(["1", "Tab", "Tab", "3", "ArrowRight"]), "1/3/");
  assert.equal(typing([..."123", "Backspace", "4"]), "4");
  assert.equal(typing(["Shift", "x", "5"]), "5");
});

test("a day as the British write it becomes one that a date box takes; no other text does", () => {
  assert.equal(isoDay("3/4/2026"), "2026-04-03");
  assert.equal(isoDay("27. 11. 2026"), "2026-11-27");
  assert.equal(isoDay("next week"), "next week");
  assert.equal(isoDay("3/4/26"), "3/4/26");
});

test("an item's day follows the item, and stays when the item goes", () => {
  assert.equal(withDays("a@2026-01-01 b@2026-02-02", [["b", "2026-03-03"], ["c", "2026-04-04"], ["d", ""], ["", "2026-05-05"]]), "a@2026-01-01 b@2026-03-03 c@2026-04-04");
  assert.equal(withDays("", []), "");
});

test("a signature is kept as numbers, comes back as the same lines, and is never longer than Python takes", () => {
  const line = (...points) => ({ points: points.map(([x, y]) => ({ x, y })) });
  const lines = [line([12, 40], [13, 42]), line([600, -5])];
  assert.equal(written(lines, 1), "12,40 13,42|500,0");
  assert.deepEqual(read("12,40 13,42|50,60", 2).map(({ points }) => points.map(({ x, y }) => [x, y])), [[[24, 80], [26, 84]], [[100, 120]]]);
  assert.deepEqual(read("", 1), []);
  const scrawl = [line(...Array.from({ length: 5_000 }, (_, at) => [at % 500, at % 200]))];
  assert.ok(written(scrawl, 1).length <= 9_000);
  assert.ok(written(scrawl, 1).endsWith(" 499,199"), "its last point stays");
  assert.equal(length([line([0, 0], [3, 4], [3, 14]), line([7, 7])]), 15);
});

test("a text is marked by its letters: spaces and boxes to tick do not count", () => {
  assert.equal(mark("123456789"), "cbf43926");
  assert.equal(mark("12 34\n5\u00a06☐789"), mark("123456789"));
  assert.notEqual(mark("123456780"), mark("123456789"));
});

test("a link in a Word file leads to the web, a telephone or a letter box, and to nothing that runs", () => {
  for (const href of ["https://example.org/a", "tel:999", "mailto:a@example.org"]) assert.equal(address(href), href);
  for (const href of ["javascript:alert(1)", "file:///etc", "http://example.org", "https://a b", "data:,x", ""]) assert.equal(address(href), "");
});

test("a Word file says what was typed, with a mark for what it cannot hold, in the direction of its letters", () => {
  assert.equal(clean("a\u0000b\tc\nd\ud83d"), "a\ufffdb\tc\nd\ufffd");
  assert.ok(isRightToLeft("مساعدة 999"));
  assert.ok(!isRightToLeft("Help مع"));
  assert.ok(!isRightToLeft("123"));
});

test("a table's columns share its width by their longest text, within reason", () => {
  const widths = shares([["Who", "What"], ["Mum", "x".repeat(500)]]);
  assert.deepEqual(widths, [1133, 8504]);
});
