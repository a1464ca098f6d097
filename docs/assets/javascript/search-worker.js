// Material loads its search worker and the whole index on every page. This stands in for that worker until somebody
// types a word: then it brings in both and hands over. publish/search.py puts it in Material's place.
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const post = self.postMessage.bind(self);
const listen = self.addEventListener.bind(self);
let options = {};
/** @type {((message: { data: unknown }) => void) | undefined} */
let engine; // Material's own listener, once it is here
let loading = false;
let latest = ""; // what was typed meanwhile: only the last of it matters

// Words that say nothing about what is looked for, unless there are no others ("can I say no").
const FILLERS = new Set(
  (
    "a about am an and any anymore are arent as at be been by can cant could did didnt do does doesnt dont for from get go got " +
    "had has have he her hes his how i if im in is isnt it its ive me mean my no not of on or our please say " +
    "she shes should so that the their them there they this to too us want wants was we were what whats when where which " +
    "who why will with won wont would you your"
  ).split(" "),
);
// What the whole site is about says little, but not nothing ("child in need").
const WEAK = new Set("child children daughter early families family help kid kids parent parents people son someone".split(" "));
const ENDING = /(ations?|ments?|ies|ing|ed|ers?|es|s|e|y|al)$/;
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;
const SPEAKS_ANOTHER = ["interpreter", "language", "emergency"]; // what is asked for whoever writes in another script
const NUMBER = /\+?\d[\d\s()-]{5,}\d/g;

/** @type {(word: string) => string} */
const stem = (word) => (word.length > 3 ? word.replace(ENDING, "") : word);
/** @type {(text: string) => string[]} */
const wordsIn = (text) => text.toLowerCase().replace(/['’]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
/** @type {(number: string) => string} */
const together = (number) => number.replace(/\D/g, "").replace(/^44/, "0");

/** @type {Map<string, string[]>} */
const known = new Map(); // each stem, and the words of the site that have it
/** @type {string[]} */
let all = []; // every word of the site
/** @type {Record<string, string>} */
let same = {}; // words that people use, and the site's own for the same thing

/** @param {Doc[]} docs */
const learn = (docs) => {
  all = [...new Set(docs.flatMap(({ title, text, tags = [] }) => wordsIn([title, text, ...tags].join(" ").replace(/<[^>]*>/g, " "))))];
  for (const word of all) known.set(stem(word), [...(known.get(stem(word)) ?? []), word]);
};

/** @param {string} text */
const telling = (text) => {
  if (OTHER_SCRIPT.test(text)) return SPEAKS_ANOTHER;
  const words = wordsIn(text.replace(NUMBER, (number) => `${number} ${together(number)}`)).filter((word) => word.length > 1);
  const strong = words.filter((word) => !FILLERS.has(word));
  return strong.length ? strong : words;
};

/** @param {string} word */
const isUnknown = (word) => engine && !known.has(stem(word)) && !same[word];
/** @param {string} word */
const begins = (word) => all.some((other) => other.startsWith(word));

// A word as it stands; others that have its stem, or mean the same; what it may be the beginning of; and, of a word that no
// page has, those that are spelt nearly like it.
/** @type {(word: string, isLast: boolean, isWeak: boolean) => string[]} */
const clauses = (word, isLast, isWeak) => {
  if (isUnknown(word) && !begins(word) && word.length > 3) return [`${word}*`, `${word}~${word.length > 7 ? 2 : 1}`];
  if (isWeak) return [`${word}^1`];
  const like = known.get(stem(word)) ?? [];
  const others = wordsIn(same[word] ?? "").map((other) => `${other}^6`);
  return [`${word}^8`, ...like.map((other) => `${other}^3`), ...others, ...(isLast || !like.length ? [`${word}*`] : [])];
};

/** @param {string} text */
const asked = (text) => {
  const words = telling(text);
  const hasStrong = words.some((word) => !WEAK.has(word));
  return words.flatMap((word, place) => clauses(word, place === words.length - 1, hasStrong && WEAK.has(word))).join(" ");
};

/** @param {string} text */
const search = (text) => engine?.({ data: { type: QUERY, data: asked(text) } });

async function load() {
  loading = true;
  try {
    const answer = await fetch(new URL("../../../../search/index.json", location.href), { cache: "no-cache" });
    const { worker, config, docs, same: means = {} } = await answer.json();
    same = means;
    learn(docs);
    importScripts(new URL(`../../../../${worker}`, location.href).href);
    engine?.({ data: { type: SETUP, data: { config, docs, options } } });
  } catch {
    loading = false; // the next letter tries again
    post({ type: RESULT, data: { items: [] } });
  }
}

// What Material's worker does when it starts: it listens, and says that it is ready. Its page was told so long ago.
// Of a result it also says which words it found; they are `asked`'s and not what was typed. Those that no page has stay:
// search.js then says that what is shown is only near.
self.addEventListener = (/** @type {string} */ _, /** @type {any} */ listener) => {
  engine = listener;
};
self.postMessage = (/** @type {any} */ message) => {
  if (message.type === READY) {
    loading = false;
    search(latest);
  } else {
    const missing = Object.fromEntries(telling(latest).filter((word) => isUnknown(word) && !begins(word)).map((word) => [word, false]));
    for (const item of message.data.items.flat()) item.terms = missing;
    post(message);
  }
};

listen("message", (/** @type {MessageEvent} */ { data: { type, data } }) => {
  if (type === SETUP) {
    ({ options } = data);
    post({ type: READY });
  } else if (type === QUERY) {
    latest = data;
    if (!telling(data).length) post({ type: RESULT, data: { items: [] } });
    else if (engine && !loading) search(data);
    else if (!loading) void load();
  }
});
