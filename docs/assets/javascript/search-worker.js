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
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;
const SPEAKS_ANOTHER = ["interpreter", "language", "emergency"]; // what is asked for whoever writes in another script
const NUMBER = /\+?\d[\d\s()-]{5,}\d/g;

/** @typedef {{ key: string, doc: Doc, weights: Map<string, number>, tags: Set<string>, enough: number }} Page */
/** @typedef {{ page: Page, stems: Set<string>, worth: number }} Name */
/** @typedef {{ said: string[], ours: string[][] }} Meaning */
/** @typedef {{ stems: string[], worth: number }} Way */
/** @typedef {{ words: string[], ways: Way[], share: number }} Thing */
/** @typedef {Doc & { score: number, terms?: Record<string, boolean> }} Item */

// How much a word weighs by where it stands, and how many such make a page one about it. Each further one adds less.
const PLACES = { title: 8, tags: 6, heading: 3, asked: 1, text: 1 };
const BESIDES = 0.5; // what is found by a page's form, and is not in its text
const ENOUGH = 3;
const LONG = 0.6; // how far a long page has to have a word more often, from 0 to 1
const COMMON = 0.7; // what a word tells that every page has
const NAME = 1.5; // what it is worth that a title, heading or tag is what was asked for
const ASKED = 0.8; // and that a search is which the page answers
const MEANT = 0.8; // what another word for the same thing is worth, beside the typed one
const BEGUN = 0.5; // and one that the last word may be the beginning of
const OF_THE_SITE = 0.25; // and one that the whole site is about

const wordsIn = (/** @type {string} */ text) => text.replace(/<[^>]*>/g, " ").toLowerCase().replace(/['’]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
/** @template K, V @param {Map<K, V>} map @param {K} key @param {() => V} make @returns {V} */
const setIn = (map, key, make) => {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
};
/** @type {Map<string, string>} */
const stems = new Map();
const stem = (/** @type {string} */ word) => setIn(stems, word, () => self.lunr.stemmer(new self.lunr.Token(word)).toString());
const stemsIn = (/** @type {string} */ text) => wordsIn(text).map(stem);
const together = (/** @type {string} */ number) => number.replace(/\D/g, "").replace(/^44/, "0");
/** @template T @param {T[]} list @param {(each: T) => number} of */
const sumOf = (list, of) => list.reduce((sum, each) => sum + of(each), 0);
const isFiller = (/** @type {string} */ word) => FILLERS.has(word);

/** @type {Map<string, Set<string>>} */
const known = new Map(); // each stem, and the words of the site that have it
/** @type {Map<string, number>} */
const rare = new Map(); // and how much it tells: the fewer pages have it, the more
/** @type {Map<string, Page>} */
const pages = new Map(); // by its address: a page's first entry, and the weight there of each stem
/** @type {Map<string, Set<Name>>} */
const names = new Map(); // each stem, and the titles, headings and tags that have it
/** @type {Map<string, Meaning[]>} */
const means = new Map(); // the stem that what people type begins with, and the site's own words for the same thing
/** @type {Set<string>} */
let spelt = new Set(); // every word that can be meant

const tells = (/** @type {string} */ word) => rare.get(word) ?? 0;

/** @type {(docs: Doc[], same: Record<string, string[]>, besides: Record<string, string>, asked: Record<string, string[]>) => void} */
const learn = (docs, same, besides, asked) => {
  /** @type {(page: Page, text: string, weight: number) => void} */
  const read = (page, text, weight) => {
    for (const word of wordsIn(text)) {
      setIn(known, stem(word), () => new Set()).add(word);
      page.weights.set(stem(word), (page.weights.get(stem(word)) ?? 0) + weight);
    }
  };
  /** @type {(page: Page, name: string, worth: number) => void} */
  const call = (page, name, worth) => {
    const called = { page, stems: new Set(stemsIn(name)), worth };
    for (const word of called.stems) setIn(names, word, () => new Set()).add(called);
  };
  for (const doc of docs) {
    const [key = "", part] = doc.location.split("#");
    const page = setIn(pages, key, () => /** @type {Page} */ ({ key, doc, weights: new Map(), tags: new Set(), enough: ENOUGH }));
    const tags = (doc.tags ?? []).filter((tag) => !page.tags.has(tag));
    read(page, doc.title, part ? PLACES.heading : PLACES.title);
    read(page, doc.text, PLACES.text);
    for (const tag of tags) read(page, tag, PLACES.tags);
    for (const name of [doc.title, ...tags]) call(page, name, NAME);
    for (const tag of tags) page.tags.add(tag);
  }
  const every = [...pages.values()];
  const lengthOf = (/** @type {Page} */ { weights }) => sumOf([...weights.values()], (weight) => weight);
  const usual = sumOf(every, lengthOf) / every.length; // of their own words: what is asked of a page makes it no longer
  for (const page of every) page.enough = ENOUGH * (1 - LONG + (LONG * lengthOf(page)) / usual);
  for (const page of every) {
    read(page, besides[page.key] ?? "", BESIDES);
    for (const words of (asked[page.key] ?? []).map(wordsIn)) {
      const telling = words.filter((word) => !isFiller(word)).join(" ");
      read(page, telling, PLACES.asked);
      call(page, telling, ASKED);
    }
  }
  for (const word of known.keys()) {
    const having = every.filter(({ weights }) => weights.has(word)).length;
    rare.set(word, Math.max(COMMON, Math.log(1 + (every.length - having + 0.5) / (having + 0.5))));
  }
  for (const [typed, ours] of Object.entries(same)) {
    const phrase = typedIn(typed).map(stem);
    const alike = setIn(means, phrase[0] ?? "", () => []);
    alike.push({ said: phrase, ours: [...ours.map(stemsIn), ...(alike.find((other) => other.said.join() === phrase.join())?.ours ?? [])] });
  }
  for (const alike of means.values()) alike.reverse(); // of two that are spelt alike, the one that has both's meanings
  spelt = new Set([...known.values()].flatMap((words) => [...words]).concat(Object.keys(same).flatMap(wordsIn)));
};

const oneLeftOut = (/** @type {Set<string>} */ words) => new Set([...words].flatMap((word) => [word, ...[...word].map((_, at) => word.slice(0, at) + word.slice(at + 1))]));
/** @type {(word: string, slips: number) => Set<string>} */
const cut = (word, slips) => (slips ? oneLeftOut(cut(word, slips - 1)) : new Set([word]));

// The words that one may be a slip of. With as many letters left out of both as there are slips, both are one word,
// whether a letter lacks, is too many, is another or changed places. Few people slip on the first letter.
/** @type {(word: string, slips?: number) => string[]} */
const near = (word, slips = 1) => {
  const mine = cut(word, slips);
  const like = [...spelt].filter((other) => other[0] === word[0] && other.length > 3 && Math.abs(other.length - word.length) <= slips);
  const found = like.filter((other) => [...cut(other, slips)].some((left) => mine.has(left)));
  return found.length || slips > 1 || word.length < 7 ? found : near(word, 2);
};

const begunBy = (/** @type {string} */ word) => (word.length > 2 ? [...spelt].filter((other) => other.startsWith(word) && other !== word) : []);
const isUnknown = (/** @type {string} */ word) => word.length > 3 && !spelt.has(word) && !known.has(stem(word)) && !means.has(stem(word));

const typedIn = (/** @type {string} */ text) => {
  if (OTHER_SCRIPT.test(text)) return SPEAKS_ANOTHER;
  return wordsIn(text.replace(NUMBER, (number) => `${number} ${together(number)}`)).filter((word) => word.length > 1);
};

// Those words that no page has, nor any that they may be the beginning of.
const unknownIn = (/** @type {string[]} */ words) => words.filter((word, place) => isUnknown(word) && (place < words.length - 1 || begunBy(word).length === 0));

// Where the phrase stands from a place on, with nothing but fillers between its words: the places, or none.
/** @type {(phrase: string[], typed: string[], from: number) => number[]} */
const placesOf = (phrase, typed, from) => {
  const places = [];
  for (let at = from; at < typed.length && places.length < phrase.length; at += 1) {
    const word = typed[at] ?? "";
    if (stem(word) === phrase[places.length]) places.push(at);
    else if (!isFiller(word)) return [];
  }
  return places.length === phrase.length ? places : [];
};

// What is asked for: of each thing what was typed, and the ways to put it, as stems, with what each is worth.
const thingsIn = (/** @type {string} */ text) => {
  const asTyped = typedIn(text);
  const unknown = new Map(unknownIn(asTyped).map((word) => [word, near(word)]));
  const typed = asTyped.map((word) => unknown.get(word)?.[0] ?? word);
  const phrases = typed
    .flatMap((word, at) => (means.get(stem(word)) ?? []).map(({ said, ours }) => ({ said, ours, places: placesOf(said, typed, at) })))
    .filter(({ places }) => places.length)
    .sort((a, b) => b.places.length - a.places.length);
  const taken = new Set();
  /** @type {Omit<Thing, "share">[]} */
  const things = [];
  for (const { said, ours, places } of phrases) {
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    const [own, meant] = said.length > 1 ? [MEANT, 1] : [1, MEANT]; // who wrote down a phrase knew what it means
    const ways = [{ stems: said, worth: own }, ...ours.map((way) => ({ stems: way, worth: meant }))];
    things.push({ words: typed.filter((_, at) => places.includes(at)), ways });
  }
  for (const [at, word] of typed.entries()) {
    if (taken.has(at)) continue;
    const begun = at === typed.length - 1 && !unknown.has(word) ? begunBy(word).slice(0, 30) : [];
    const likely = [word, ...(unknown.get(asTyped[at] ?? "")?.slice(1) ?? [])].map((other) => ({ stems: [stem(other)], worth: 1 }));
    things.push({ words: [word], ways: [...likely, ...begun.map((other) => ({ stems: [stem(other)], worth: BEGUN }))] });
  }
  const telling = things.filter(({ words }) => !words.every(isFiller));
  const isWeak = (/** @type {Omit<Thing, "share">} */ { words }) => words.every((word) => WEAK.has(word));
  const hasStrong = telling.some((thing) => !isWeak(thing));
  return (telling.length ? telling : things).map((thing) => ({ ...thing, share: hasStrong && isWeak(thing) ? OF_THE_SITE : 1 }));
};

/** @type {(things: Thing[]) => Set<string>} */
const stemsOf = (things) => new Set(things.flatMap(({ ways }) => ways.flatMap((way) => way.stems)));

// A thing counts by the way that is put best; a page that has more of the things comes first.
/** @type {(things: Thing[], worthOf: (word: string) => number) => number} */
const mark = (things, worthOf) => {
  /** @type {(way: Way) => number} */
  const ofWay = (way) => (way.worth * sumOf(way.stems, worthOf)) / Math.sqrt(way.stems.length);
  return sumOf(things, ({ ways, share }) => share * Math.max(...ways.map(ofWay)));
};

/** @type {(things: Thing[]) => Map<string, number>} */
const marks = (things) => {
  const asked = stemsOf(things);
  const all = mark(things, tells);
  /** @type {(name: Name) => number} */
  const likeName = ({ stems: has, worth }) => {
    const found = mark(things, (word) => (has.has(word) ? tells(word) : 0));
    return (worth * found * found) / (all + sumOf([...has].filter((word) => !(asked.has(word) || isFiller(word))), tells));
  };
  const named = new Map();
  for (const name of new Set([...asked].flatMap((word) => [...(names.get(word) ?? [])]))) {
    named.set(name.page, Math.max(named.get(name.page) ?? 0, likeName(name)));
  }
  /** @type {(page: Page) => number} */
  const ofPage = (page) => {
    /** @type {(word: string) => number} */
    const worthOf = (word) => {
      const weight = page.weights.get(word);
      return weight ? (tells(word) * weight) / (weight + page.enough) : 0;
    };
    return mark(things, worthOf) + (named.get(page) ?? 0);
  };
  return new Map([...pages.values()].map((page) => [page.key, ofPage(page)]));
};

// Lunr finds the parts of each page; their order within it is lunr's, the order of the pages ours.
/** @type {Map<string, number>} */
let order = new Map();
/** @type {(text: string) => void} */
const search = (text) => {
  const things = thingsIn(text);
  order = marks(things);
  const words = [...stemsOf(things)].flatMap((word) => [...(known.get(word) ?? [])]);
  engine?.({ data: { type: QUERY, data: words.map((word) => `${word}^1`).join(" ") || latest } });
};

/** @type {(items: Item[][]) => Item[][]} */
const inOrder = (items) => {
  /** @type {(item: Item[]) => string} */
  const addressOf = ([first]) => first?.location.split("#")[0] ?? "";
  const at = (/** @type {string} */ address) => order.get(address) ?? 0;
  const found = new Set(items.map(addressOf));
  const besides = [...pages.values()].filter(({ key }) => at(key) > 0 && !found.has(key)).map(({ doc }) => [{ ...doc, score: 0 }]);
  return [...items, ...besides].sort((a, b) => at(addressOf(b)) - at(addressOf(a)));
};

async function load() {
  loading = true;
  try {
    const answer = await fetch(new URL("../../../../search/index.json", location.href), { cache: "no-cache" });
    const { worker, config, docs, same, besides, asked } = await answer.json();
    importScripts(new URL(`../../../../${worker}`, location.href).href);
    learn(docs, same, besides, asked);
    engine?.({ data: { type: SETUP, data: { config, docs, options } } });
  } catch {
    loading = false; // the next letter tries again
    post({ type: RESULT, data: { items: [] } });
  }
}

// What Material's worker does when it starts: it listens, and says that it is ready. Its page was told so long ago.
// Of a result it also says which words it found; they are what was asked for and not what was typed. Those that no page has stay:
// search.js then says that what is shown is only near.
self.addEventListener = (/** @type {string} */ _, /** @type {any} */ listener) => {
  engine = listener;
};
self.postMessage = (/** @type {any} */ message) => {
  if (message.type === READY) {
    loading = false;
    search(latest);
  } else {
    const missing = Object.fromEntries(unknownIn(typedIn(latest)).map((word) => [word, false]));
    message.data.items = inOrder(message.data.items);
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
    if (!typedIn(data).length) post({ type: RESULT, data: { items: [] } });
    else if (engine && !loading) search(data);
    else if (!loading) void load();
  }
});
