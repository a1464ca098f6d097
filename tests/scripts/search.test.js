import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const SCRIPT = readFileSync(new URL("../../docs/assets/javascript/search-worker.js", import.meta.url), "utf8");
const DOCS = [
  { title: "Consent", text: "Ask each person. <b>Interpreters</b> help.", tags: ["agreement"] },
  { title: "Getting help", text: "Call 01234 567890 or 999 in an emergency. Families. Assessment. Autism" },
];
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];

/** What Material's search is asked for words that were typed, and what its page hears of two results. */
async function asked(text) {
  const said = [];
  const queries = [];
  let listen;
  const self = {
    postMessage: (message) => said.push(message),
    addEventListener: (_, listener) => { listen ??= listener; },
  };
  const engine = ({ data: { type, data } }) => {
    if (type === SETUP) self.postMessage({ type: READY });
    else queries.push(data);
  };
  const index = { worker: "w.js", config: {}, docs: DOCS, same: { tea: "meal" } };
  const fetch = async () => ({ json: async () => index });
  const importScripts = () => self.addEventListener("message", engine);
  runInContext(SCRIPT, createContext({ self, fetch, importScripts, URL, location: { href: "https://guide.example/kept/0/assets/javascript/s.js" } }));
  listen({ data: { type: SETUP, data: { options: {} } } });
  listen({ data: { type: QUERY, data: text } });
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  if (queries.length) self.postMessage({ type: RESULT, data: { items: [[{ terms: {} }, { terms: {} }]] } });
  const { items } = said.at(-1).data ?? {};
  return { words: queries.at(-1)?.split(" ") ?? [], told: items?.flat().map(({ terms }) => ({ ...terms })) };
}

test("nothing is fetched until somebody types, and nothing is asked for no words", async () => {
  assert.deepEqual((await asked("  ")).words, []);
});

test("a word is looked for as it stands, and in the other shapes that the site has of it", async () => {
  const { words, told } = await asked("interpreting");
  assert.deepEqual(words, ["interpreting^8", "interpreters^3", "interpreting*"]);
  assert.deepEqual(told, [{}, {}]);
});

test("a word that no page has is looked for as words spelt nearly like it, and the page hears which it was", async () => {
  const { words, told } = await asked("autisim assesmentt");
  assert.ok(words.includes("autisim~1") && words.includes("assesmentt~2"));
  assert.deepEqual(told[0], { autisim: false, assesmentt: false });
});

test("a telephone number is found with or without its spaces, at home or from abroad", async () => {
  for (const number of ["01234 567890", "01234567890", "+44 1234 567890"]) assert.ok((await asked(number)).words.some((word) => word.startsWith("01234567890")), number);
});

test("whoever writes in another script is shown interpreters and what to do in an emergency", async () => {
  const { words } = await asked("مساعدة");
  assert.ok(words.includes("interpreter^8") && words.includes("emergency^8"));
});

test("words that say nothing are left out, unless there are no others", async () => {
  assert.ok(!(await asked("what is consent")).words.some((word) => word.startsWith("what")));
  assert.ok((await asked("can I say no")).words.some((word) => word.startsWith("no")));
});

test("a word that people use finds the site's own for the same thing", async () => {
  assert.ok((await asked("tea")).words.includes("meal^6"));
});
