import "./page.js";
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Told } from "../../docs/assets/javascript/faults.js";
import { described, offer, withPng } from "../../docs/assets/javascript/files.js";
import { $, all, formOf, press } from "./page.js";

const TEMPLATE = `<template><div data-files><div class="eh-row"><button data-format="pdf">PDF</button><button data-print>Print</button></div></div></template>`;
const settled = () => new Promise((resolve) => { setTimeout(resolve, 5); });

// An address is forgotten after a minute; the tests do not wait for that.
const later = setTimeout;
globalThis.setTimeout = (act, time, ...given) => (time > 1_000 ? undefined : later(act, time, ...given));

/** What is handed to the browser when a kind of file is chosen. */
async function chosen(format, { make = async () => new Uint8Array(3), files = [], documents = [], carry } = {}) {
  const handed = [];
  mock.method(URL, "createObjectURL", () => "blob:1");
  mock.method(HTMLAnchorElement.prototype, "click", function click() { handed.push(this.download); });
  let saves = 0;
  const form = formOf(TEMPLATE);
  form.append(offer($("template"), { name: "early-help-scaling-2026-03-27", files, documents, make, saved: () => { saves += 1; }, carry }));
  press($(`form > [data-files] [data-format="${format}"]`));
  await settled();
  return { handed, saves };
}

test("a file is named by what it is and when; a part of a result has its own name and ending", () => {
  assert.deepEqual(described("early-help-scaling-2026-03-27", "pdf"), { name: "early-help-scaling-2026-03-27.pdf", type: "application/pdf", isPart: false });
  assert.deepEqual(described("early-help-scaling-2026-03-27", "scores.csv"), { name: "early-help-scaling-2026-03-27-scores.csv", type: "text/csv", isPart: true });
});

test("a drawing is offered as dots too, and a table only as it is", () => {
  assert.deepEqual(withPng({ name: "chart.svg", title: "Chart (SVG)" }), [{ name: "chart.svg", title: "Chart (SVG)" }, { name: "chart.png", title: "Chart (PNG)" }]);
  assert.deepEqual(withPng({ name: "scores.csv", title: "Scores (CSV)" }), [{ name: "scores.csv", title: "Scores (CSV)" }]);
});

test("answers count as saved once a whole file is handed over, and not by a part of it", async () => {
  assert.deepEqual(await chosen("pdf"), { handed: ["early-help-scaling-2026-03-27.pdf"], saves: 1 });
  const files = [{ name: "chart.svg", title: "Chart (SVG)" }];
  assert.deepEqual(await chosen("chart.png", { files }), { handed: ["early-help-scaling-2026-03-27-chart.png"], saves: 0 });
});

test("a file that cannot be made says so in our words beside its button, and nothing counts as saved", async () => {
  const heard = mock.method(console, "error", () => {});
  const failing = (fault) => ({ make: async () => { throw fault; } });
  assert.deepEqual(await chosen("pdf", failing(new TypeError("x is not a function"))), { handed: [], saves: 0 });
  assert.match($(".eh-error").textContent, /^This file could not be made\. Try another kind of file\. Something went wrong/);
  assert.doesNotMatch(document.body.textContent, /not a function/);
  assert.equal(heard.mock.callCount(), 1);
  await chosen("pdf", failing(new Told("The connection was too slow.")));
  assert.match($(".eh-error").textContent, /The connection was too slow\.\s*$/);
});

test("a file that is ready only after the page was left is not handed over", async () => {
  const make = async () => { document.dispatchEvent(new CustomEvent("exit:clear")); };
  assert.deepEqual(await chosen("pdf", { make }), { handed: [], saves: 0 });
});

test("a further document can be saved, read here, and gone on with", async () => {
  const carried = [];
  const letter = { key: "letter", document: { title: "Letter to a doctor" }, html: "<p>Dear</p>", entries: [["goal", "x"]] };
  assert.deepEqual((await chosen("letter.docx", { documents: [letter], carry: (entries) => carried.push(entries) })).handed, ["early-help-scaling-2026-03-27-letter.docx"]);
  assert.equal($(".eh-further details").textContent, "Read it hereDear");
  press(all(".eh-further button")[0]);
  assert.deepEqual(carried, [letter.entries]);
});
