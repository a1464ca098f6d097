// Python for a form page: it loads while the page is used, says honestly how far it is, and can be started again.
import { adopt } from "./early.js";
import { AGAIN, inWords, remedy } from "./faults.js";
import { part } from "./parts.js";
import { createPython } from "./python.js";

/** @type {Record<string, string>} */
const STEPS = { python: "Starting the tool…", forms: "Getting the form ready…" };
const FILES = ["export", "open", "folder"];
const PATIENCE = { timeout: 60_000 }; // ms: the part for files is fetched when one is first asked for

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1_000_000).toFixed(1);

/**
 * `say` announces; it is used for few milestones, so that a screen reader is not talked over.
 * @param {HTMLElement} page
 * @param {string | undefined} form the one whose page it is
 * @param {Say} say
 */
export function openTool(page, form, say) {
  const progress = part(page, "[data-progress]");
  const bar = part(progress, "progress", HTMLProgressElement);
  const words = part(progress, "[data-progress-words]");
  const failure = part(page, "[data-python-failed]");
  const again = part(failure, "[data-again]");
  const reason = part(failure, "[data-reason]");
  /** @type {ReturnType<typeof createPython>} */
  let python;
  /** @type {string | undefined} */
  let state;
  let isHalf = false;

  /** @type {Listeners["onProgress"]} */
  const onProgress = ({ step, loaded, total }) => {
    if (state !== "loading") return;
    bar.max = total;
    bar.value = loaded;
    const share = `Loading the tool: ${megabytes(loaded)} of ${megabytes(total)} MB. You can start to answer.`;
    words.textContent = STEPS[step] ?? share;
    if (!isHalf && loaded * 2 > total) {
      isHalf = true;
      say("The tool is half loaded.");
    }
  };

  /** @type {Listeners["onState"]} */
  const onState = (now, fault) => {
    if (now === "ready" && state !== "ready") {
      words.textContent = "The tool is ready.";
      say("The tool is ready.");
      if (form) python.call("load", { form }).catch(() => {}); // what is wrong with it, the first answer will say
    }
    if (now === "loading" && state === "ready") {
      words.textContent = AGAIN;
      say(AGAIN);
      document.dispatchEvent(new CustomEvent("tool:again"));
    }
    if (now === "failed") {
      reason.textContent = inWords(fault);
      failure.querySelector("[data-remedy]")?.remove();
      const button = remedy(fault);
      if (button) again.before(button, " ");
      again.hidden = Boolean(button);
      say(`The tool could not load. ${inWords(fault)}`);
    }
    progress.hidden = now === "failed";
    failure.hidden = now !== "failed";
    state = now;
  };

  const open = () => {
    if (state === "failed" || state === "stopped") python = createPython({ form, onProgress, onState });
    return python;
  };

  python = adopt({ onProgress, onState });
  return {
    isReady: () => state === "ready",
    /** Settles once Python can answer; starts it again when it failed or was stopped. */
    ready: () => open().ready,
    /** @type {Call} */
    call: (name, args) => open().call(name, args, FILES.includes(name) ? PATIENCE : {}),
    stop: () => {
      python.stop();
      state = "stopped";
    },
  };
}
