// Python for a form page: loads at once while the page is used, says honestly how far it is, and can be started again.
import { createPython } from "./python.js";

const MEGABYTE = 1_000_000;
const megabytes = (bytes) => (bytes / MEGABYTE).toFixed(1);

/** `say` announces; it is used for few milestones, so that a screen reader is not talked over. */
export function openTool(page, say) {
  const root = document.documentElement;
  const progress = page.querySelector("[data-progress]");
  const failure = page.querySelector("[data-python-failed]");
  let python;
  let half = false;

  const show = (state) => {
    root.dataset.python = state;
    progress.hidden = state === "failed";
    failure.hidden = state !== "failed";
  };
  const words = (text) => { progress.querySelector("[data-progress-words]").textContent = text; };

  const onProgress = ({ loaded, total, step }) => {
    const bar = progress.querySelector("progress");
    bar.max = total;
    bar.value = loaded;
    words(loaded < total ? `Loading the tool: ${megabytes(loaded)} of ${megabytes(total)} MB. You can start to answer now.` : step);
    if (!half && loaded * 2 > total) {
      half = true;
      say("The tool is half loaded.");
    }
  };

  const start = () => {
    show("loading");
    python = createPython({ onProgress });
    python.ready.then(succeeded, failed);
  };

  const succeeded = () => {
    show("ready");
    words("The tool is ready.");
    say("The tool is ready.");
  };

  const failed = (fault) => {
    show("failed");
    failure.querySelector("[data-reason]").textContent = fault.message;
    say(`The tool could not load. ${fault.message}`);
    stop();
  };

  const stop = () => {
    python?.stop();
    python = null;
  };

  const open = () => {
    if (!python) start();
    return python;
  };

  start();
  return {
    isReady: () => root.dataset.python === "ready",
    /** Settles once Python can answer; starts it again if it failed or was stopped. */
    ready: () => open().ready,
    call: (name, args) => open().call(name, args),
    stop,
  };
}
