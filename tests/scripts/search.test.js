import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const SCRIPT = readFileSync(new URL("../../docs/assets/javascript/search-worker.js", import.meta.url), "utf8");
const DOCS = [
  { location: "consent/", title: "Consent", text: "Ask each person. <b>Interpreters</b> help.", tags: ["agreement"] },
  { location: "help/", title: "Getting help", text: "Call 01234 567890 or 999 in an emergency. Families. Assessment. Autism" },
  { location: "help/#meals", title: "Meals and a language", text: "Bring food." },
  { location: "long/", title: "All words", text: `Consent, meals, help, food. ${"Much else is said. ".repeat(99)}`, tags: ["01234567890"] },
];
const lunr = { Token: String, stemmer: (word) => word.replace(/(ing|ers|s)$/, "") }; // Material's worker brings a better one
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
  const index = { worker: "w.js", config: {}, docs: DOCS, same: { tea: ["meals"], "put the kettle": ["meals"] }, besides: { "consent/": "kettledrum" }, asked: { "consent/": ["is it brewing"] } };
  const fetch = async () => ({ json: async () => index });
  const importScripts = () => {
    self.lunr = lunr;
    self.addEventListener("message", engine);
  };
  runInContext(SCRIPT, createContext({ self, fetch, importScripts, URL, location: { href: "https://guide.example/kept/0/assets/javascript/s.js" } }));
  listen({ data: { type: SETUP, data: { options: {} } } });
  listen({ data: { type: QUERY, data: text } });
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  if (queries.length) self.postMessage({ type: RESULT, data: { items: DOCS.map((doc) => [{ ...doc, terms: {} }]) } });
  const { items } = said.at(-1).data ?? {};
  const words = queries.at(-1)?.split(" ").map((word) => word.replace("^1", "")) ?? [];
  return { words, told: items?.flat().map(({ terms }) => ({ ...terms })), pages: items?.map(([{ location }]) => location) };
}

test("nothing is fetched until somebody types, and nothing is asked for no words", async () => {
  assert.deepEqual((await asked("  ")).words, []);
});

test("a word is looked for in each shape that the site has of it", async () => {
  const { words, told } = await asked("interpreting");
  assert.deepEqual(words, ["interpreters"]);
  assert.deepEqual(told[0], {});
});

test("a slip weighs as much as what it is a slip of, and the page hears which word it was", async () => {
  const { words, told, pages } = await asked("langauge autisim");
  assert.ok(words.includes("language") && words.includes("autism"));
  assert.deepEqual(told[0], { langauge: false, autisim: false });
  assert.equal(pages[0], "help/");
});

test("a slip of what people type finds what they mean by it", async () => {
  assert.ok((await asked("kettel put the kettel")).words.includes("meals"));
});

test("the page that has more of what is asked for comes first, and a name before a mention", async () => {
  assert.equal((await asked("consent interpreters")).pages[0], "consent/");
  assert.equal((await asked("meals food")).pages[0], "help/");
});

test("a page is found by the words of its form, which are not in its text", async () => {
  assert.equal((await asked("kettledrum")).pages[0], "consent/");
});

test("a page is found by what people type when it answers them", async () => {
  const { pages } = await asked("is the brewing done");
  assert.equal(pages[0], "consent/");
});

test("a telephone number is found with or without its spaces, at home or from abroad", async () => {
  for (const number of ["01234 567890", "01234567890", "+44 1234 567890"]) assert.ok((await asked(number)).words.some((word) => word.startsWith("01234567890")), number);
});

test("whoever writes in another script is shown interpreters and what to do in an emergency", async () => {
  const { words } = await asked("مساعدة");
  assert.ok(words.includes("interpreters") && words.includes("emergency"));
});

test("words that say nothing are left out, unless there are no others", async () => {
  assert.ok(!(await asked("what is consent")).words.some((word) => word.startsWith("what")));
  assert.ok((await asked("can I say no")).words.some((word) => word.startsWith("no")));
});

test("words that people use find the site's own for the same thing, also with words between that say nothing", async () => {
  for (const typed of ["tea", "put on the kettle"]) assert.ok((await asked(typed)).words.includes("meals"), typed);
});
