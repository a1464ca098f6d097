// Material loads its search worker and the whole index on every page. This stands in for that worker until somebody
// types a word: then it brings in both and hands over. publish/search.py puts it in Material's place.
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const post = self.postMessage.bind(self);
const listen = self.addEventListener.bind(self);
let options = {};
let engine; // Material's own listener, once it is here
let loading = false;
let latest; // what was typed meanwhile: only the last of it matters

// Words that say nothing about what is looked for, unless there are no others ("can I say no").
const FILLERS = new Set(
  (
    "a about am an and any are as at be been by can could did do does for from get go got had has have he her his how " +
    "i if in is it its me mean my no not of on or our say she should so that the their them there they this to us was " +
    "we were what when where which who why will with won would you your"
  ).split(" "),
);
const ENDING = /(ies|ing|ed|es|s|e|y|al)$/;

// Each word as it stands, and the beginnings of words like it: "refuses" also finds "refuse" and "refusal".
const asked = (text) => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !FILLERS.has(word) && word.length > 1);
  return (telling.length ? telling : words.filter((word) => word.length > 1))
    .map((word) => `${word}^8 ${word.length > 3 ? word.replace(ENDING, "") : word}*`)
    .join(" ");
};

const search = (text) => engine({ data: { type: QUERY, data: asked(text) } });

async function load() {
  loading = true;
  try {
    const answer = await fetch(new URL("../../../../search/index.json", location.href), { cache: "no-cache" });
    const { worker, config, docs } = await answer.json();
    importScripts(new URL(`../../../../${worker}`, location.href).href);
    engine({ data: { type: SETUP, data: { config, docs, options } } });
  } catch {
    loading = false; // the next letter tries again
    post({ type: RESULT, data: { items: [] } });
  }
}

// What Material's worker does when it starts: it listens, and says that it is ready. Its page was told so long ago.
// Of a result it also says which words it found; they are `asked`'s and not what was typed.
self.addEventListener = (_, listener) => {
  engine = listener;
};
self.postMessage = (message) => {
  if (message.type === READY) {
    loading = false;
    search(latest);
  } else {
    for (const { terms } of message.data.items.flat()) for (const word in terms) delete terms[word];
    post(message);
  }
};

listen("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    options = data.options;
    post({ type: READY });
  } else if (type === QUERY && !asked(data)) {
    post({ type: RESULT, data: { items: [] } });
  } else if (type === QUERY) {
    latest = data;
    if (engine && !loading) search(data);
    else if (!loading) load();
  }
});
