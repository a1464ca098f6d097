// Python sets out from the head of a form's page, long before the form below it has been read. The page's own
// scripts adopt it when they are there, and hear what has happened until then.
import { createPython } from "./python.js";

const heard = new Map();
let listeners = {};

const tell = (name) => (...news) => {
  heard.set(name, news);
  listeners[name]?.(...news);
};

const python = createPython({
  form: document.querySelector("script[data-form]")?.dataset.form,
  onProgress: tell("onProgress"),
  onState: tell("onState"),
});

/** The Python that is on its way; `onProgress` and `onState` are those of createPython. */
export function adopt(callbacks) {
  listeners = callbacks;
  for (const [name, news] of heard) listeners[name]?.(...news);
  return python;
}
