// One question at a time: the form's answers go to Python, and its result, or what to mend, comes back to the page.
import { entries } from "./answers.js";
import { bring } from "./arrival.js";
import * as errors from "./errors.js";
import { AGAIN, inWords, remedy } from "./faults.js";
import { offer } from "./files.js";
import * as prompts from "./prompts.js";

/** Today where the visitor is, as 2026-03-27. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

const LONGEST = 400_001; // letters: one more than Python takes of any answer, so that Python says so of a longer one
/** @type {(pair: Pair) => Pair} */
const bounded = ([name, value]) => [name, value.slice(0, LONGEST)];

/** @type {(form: HTMLFormElement) => Asked} */
const request = (form) => ({
  form: form.dataset.form ?? "",
  entries: entries(form).map(bounded),
  area: document.documentElement.dataset.area ?? "general",
  today: today(),
});

/** @type {(document: Content) => Promise<Bytes>} */
const word = async (document) => (await bring("./word.js")).write(document);

/**
 * `saved` is called once a file of the result is handed over; `carry` puts answers on the page that go on from it;
 * `checked` hears of a result that fits the answers.
 * @param {{ form: HTMLFormElement, template: HTMLTemplateElement, tool: Tool, result: Result, say: Say, saved: () => void, carry: (entries: Pair[]) => unknown, checked?: Host["checked"] | undefined, signal?: AbortSignal | undefined }} of
 */
export function createAsking({ form, template, tool, result, say, saved, carry, checked, signal }) {
  const checkAgain = () => form.requestSubmit();
  let edits = 0; // a result that comes back late can tell whether it still fits the answers,
  let drops = 0; // and whether it is still wanted
  let isAsking = false;

  const submit = async () => {
    if (isAsking) return; // answers are read when Python is ready for them, so one question is enough
    isAsking = true;
    wait(tool.isReady() ? "Working it out…" : "We will answer as soon as the tool has loaded.");
    try {
      await tool.ready();
      await ask(request(form));
    } catch (fault) {
      refuse(fault);
    } finally {
      isAsking = false;
    }
  };

  /** @type {Say} */
  const wait = (words) => {
    errors.clear(form);
    prompts.clear(form);
    result.waiting(words);
    say(words);
  };

  /** @param {Asked} asked */
  const ask = async (asked) => {
    const [edited, dropped] = [edits, drops];
    const { html, ...made } = await tool.call("submit", asked);
    if (dropped !== drops) return;
    const questions = prompts.show(form, made.prompts);
    const name = `early-help-${asked.form}-${asked.today}`;
    /** @type {Make} */
    const make = (format) => write(format, asked, made);
    result.ready(html, questions, offer(template, { ...made, name, make, carry, saved: () => { if (edited === edits) saved(); } }));
    say("Your result is ready.");
    if (edited === edits) checked?.(made.document.envelope);
    else result.stale(checkAgain);
  };

  /** @type {(format: string, asked: Asked, made: Pick<Made, "document" | "documents">) => Promise<Bytes>} */
  const write = async (format, asked, { document, documents }) => {
    const further = documents.find(({ key }) => format === `${key}.docx`);
    if (format === "docx" || further) return word((further ?? { document }).document);
    if (!format.endsWith(".png")) return tool.call("export", { ...asked, format });
    const drawing = await tool.call("export", { ...asked, format: format.replace(/png$/, "svg") });
    return (await (await bring("./raster.js")).rasterised(new TextDecoder().decode(drawing))).png;
  };

  /** @param {unknown} fault */
  const refuse = (fault) => {
    const { kind, errors: toMend = [] } = /** @type {Reason} */ (fault);
    if (kind === "answers-invalid") {
      say("");
      result.invalid();
      errors.show(form, toMend);
    } else {
      say("This could not be worked out.");
      result.failed(`This could not be worked out. ${inWords(fault)}`, checkAgain, remedy(fault));
    }
  };

  document.addEventListener("tool:again", () => {
    if (isAsking) wait(AGAIN);
  }, signal && { signal });

  return {
    submit,
    refuse,
    changed() {
      edits += 1;
      if (result.stale(checkAgain)) say("Your answers have changed. Check again.");
    },
    drop() {
      drops += 1;
      isAsking = false;
      errors.clear(form);
      prompts.clear(form);
      result.idle();
    },
  };
}
