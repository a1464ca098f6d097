// Python sets out from the head of a form's page, long before the form below it has been read. The page's own
// scripts adopt it when they are there, and hear what has happened until then.
import { createPython } from "./python.js";

const heard = new Map();
/** @type {Partial<Listeners>} */
let listeners = {};

/** @type {(name: keyof Listeners) => (...news: any[]) => void} the news of either listener */
const tell = (name) => (...news) => {
  heard.set(name, news);
  hear(name, news);
};

/** @type {(name: keyof Listeners, news: any[]) => void} */
const hear = (name, news) => /** @type {((...news: any[]) => void) | undefined} */ (listeners[name])?.(...news);

const python = createPython({
  form: /** @type {HTMLElement | null} */ (document.querySelector("script[data-form]"))?.dataset.form || undefined,
  onProgress: tell("onProgress"),
  onState: tell("onState"),
});

/**
 * The Python that is on its way; `onProgress` and `onState` are those of createPython.
 * @param {Listeners} callbacks
 */
export function adopt(callbacks) {
  listeners = callbacks;
  for (const [name, news] of heard) hear(name, news);
  return python;
}
