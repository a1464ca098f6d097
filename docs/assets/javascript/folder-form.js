// A form within the folder's page: fetched from its own page of this site, started with the Python that runs already, and
// taken off again. Nothing is stored to move between forms.
import { typed } from "./answers.js";
import * as errors from "./errors.js";
import { Told } from "./faults.js";
import { start } from "./forms.js";
import { part, parts } from "./parts.js";

const FROM_A_FILE = "A page that was opened from a file on this device cannot bring in the forms. Open the site itself, or answer a form on its own page and open what you save from it here.";
const NOT_HERE = "The form’s page did not come. Check the connection, then try again. What is in the folder is still here.";
const ALTERED = "What came is not the form’s page: perhaps a filter at school or at work stopped it.";
const UPDATED = "This site was updated after this page was opened. Save the folder, reload the page, and open the folder again.";

const OPENED = " by “Open a folder or a saved form”";

/** @typedef {Awaited<ReturnType<typeof open>>} Opened */

/** @type {Map<string, string>} */
const pages = new Map(); // the site's own pages, by form: they hold nothing of anybody

/** @param {URL} address */
async function fetched(address) {
  const response = await fetch(address).catch(() => null);
  const text = response?.ok ? await response.text().catch(() => "") : "";
  if (!text) throw new Told(NOT_HERE);
  return text;
}

/** @param {string} form */
async function pageOf(form) {
  if (!location.protocol.startsWith("http")) throw new Told(FROM_A_FILE);
  const address = new URL(`../${form}/`, location.href);
  const text = pages.get(form) ?? (await fetched(address));
  const page = new DOMParser().parseFromString(text, "text/html");
  const script = page.querySelector('.eh-form-page script[src$="/forms.js"]')?.getAttribute("src");
  if (!script) throw new Told(ALTERED);
  if (new URL(script, address).href !== new URL("./forms.js", import.meta.url).href) throw new Told(UPDATED);
  pages.set(form, text);
  return page;
}

/**
 * Takes what makes the form out of its page: the form, and what stands before it to build a picture.
 * @param {Document} page
 */
function partsOf(page) {
  for (const not of parts(page, ":is([data-builder], .eh-form-page) :is(script, [data-late])")) not.remove();
  for (const { content } of parts(page, "[data-files-template]", HTMLTemplateElement)) part(content, "[data-opened-where]").textContent = OPENED;
  return parts(page, "[data-builder]:not(.eh-form-page *), .eh-form-page").map((each) => document.adoptNode(each));
}

/**
 * Opens a form at `place`. `host` is what the form needs of the page around it (Host), but for the signal.
 * @param {HTMLElement} place
 * @param {string} id
 * @param {Omit<Host, "signal">} host
 */
export async function open(place, id, host) {
  place.replaceChildren(...partsOf(await pageOf(id)));
  const page = part(place, ".eh-form-page");
  const form = part(place, "form[data-form]", HTMLFormElement);
  // The folder opens, keeps and saves; what is said of the form still has its place.
  for (const kept of ["[data-confirm]", "[data-open-said]", "[data-announce]"]) page.prepend(part(page, kept));
  part(page, ".eh-tools").hidden = true;
  const off = new AbortController();
  const { filled, tell, undo } = start(form, { ...host, signal: off.signal });
  return {
    id, form, filled, tell, undo,
    version: Number(form.dataset.version),
    typed: () => typed(form),
    /** Takes it off the page, with all that it held. */
    close() {
      off.abort();
      errors.clear(form);
      place.replaceChildren();
    },
  };
}
