// The bridge to Python: asks by name with JSON, gets JSON or a file's bytes back.
//
//   const python = createPython({ base: "../../", onProgress, onState })
//   const { html } = await python.call("submit", { form, entries, area, today })

import { Told } from "./faults.js";

const PATIENCE = { file: 15_000, boot: 60_000 };
const REASONS = {
  blocked: "A file that it needs was blocked on the way, perhaps by a filter at school or at work.",
  cut: "The download stopped before it was complete.",
  "too-slow": "The connection was too slow, or it stopped.",
  unsupported: "This browser is too old, or a setting keeps it from running the tool.",
  crashed: "The tool stopped unexpectedly. This device may be short of memory.",
  fault: "Something in the answers was more than the tool can take. Change what you typed last, and try again.",
  "too-long": "The tool took too long and was stopped.",
  stopped: "The tool was stopped.",
};

export class PythonFault extends Told {
  /** kind: a key of REASONS, or what Python calls it ("answers-invalid"); errors: [[path, message], ...] */
  constructor({ kind, message, errors = [], cause }) {
    if (kind === "fault") console.error(cause);
    super(message || REASONS[kind] || "", { cause });
    Object.assign(this, { kind, errors });
  }
}

/**
 * Starts Python at once, in a worker. Calls made before it is ready wait their turn.
 *   base         address of the site's top folder
 *   form         id of the form whose code comes along; another's comes when it is asked for
 *   onProgress   ({ step: "files" | "python" | "forms", loaded, total }), in bytes
 *   onState      ("loading" | "ready" | "failed", PythonFault | undefined)
 *   patience     ms: { file: without a byte of a file, boot: without any progress }, after which loading has failed
 * A worker that dies, or works on a call for longer than `timeout` ms, is started again and asked once more.
 */
export function createPython({ base, form, onProgress = () => {}, onState = () => {}, patience = PATIENCE }) {
  const top = new URL(base, document.baseURI);
  const pending = new Map(); // id -> call, in the order of asking
  let worker, files, progress, timer, settle, alive, isReady, current, ended, lastId = 0;
  const ready = new Promise((resolve, reject) => { settle = { resolve, reject }; });
  ready.catch(() => {}); // whoever does not wait for it hears by onState

  async function start() {
    setState("loading");
    progress = { step: "files", loaded: 0, total: 0 };
    watch(patience.boot, () => fail({ kind: "too-slow" }));
    try {
      files = startWorker("python-files.js"); // first: what it fetches takes longest
      worker = startWorker("python-worker.js");
      const home = new URL("assets/python/", top).href;
      const manifest = await fetchManifest(home);
      const { port1, port2 } = new MessageChannel();
      const own = manifest.files[form] ? [form] : [];
      files.postMessage({ home, manifest, own, patience: patience.file, port: port1 }, [port1]);
      worker.postMessage({ boot: { home, manifest, own, port: port2 } }, [port2]);
    } catch (fault) {
      if (!ended) fail({ kind: fault.kind ?? "unsupported", cause: fault });
    }
  }

  function tell(step, loaded = progress.loaded, total = progress.total) {
    alive();
    progress = { step, loaded, total };
    onProgress(progress);
  }

  /** A worker started from a blob inherits the page's policy; one started from its own address would not. */
  function startWorker(name) {
    const text = `import ${JSON.stringify(new URL(`assets/javascript/${name}`, top).href)}`;
    const blob = new Blob([text], { type: "text/javascript" });
    const started = new Worker(URL.createObjectURL(blob), { type: "module" });
    started.onmessage = ({ data }) => hear(data);
    started.onerror = (event) => { event.preventDefault(); crashed({ kind: "crashed" }); };
    return started;
  }

  function endWorkers() {
    clearTimeout(timer);
    worker?.terminate();
    files?.terminate();
  }

  function hear({ step, loaded, total, state, kind, cause, id, reply }) {
    if (total) tell(progress.step, loaded, total); // what comes later does not take back a step that was reached
    else if (step) tell(step);
    else if (reply !== undefined) finish(id, reply);
    else if (state === "ready") { clearTimeout(timer); setState("ready"); settle.resolve(); next(); }
    else crashed({ kind, cause });
  }

  function next() {
    const [first] = pending.keys();
    if (!isReady || current || !first) return;
    current = first;
    const { call, args, timeout } = pending.get(first);
    watch(timeout, () => crashed({ kind: "too-long" }));
    worker.postMessage({ id: first, call, args });
  }

  function finish(id, reply) {
    const { resolve, reject } = take(id);
    const { result, error } = typeof reply === "string" ? JSON.parse(reply) : { result: reply };
    if (error) reject(new PythonFault(error)); else resolve(result);
    next();
  }

  /** Another worker takes over; the call that this one was at is asked once more, then given up. */
  function crashed(reason) {
    if (!isReady) return fail(reason);
    const asked = pending.get(current);
    if (asked?.again) take(current).reject(new PythonFault(reason)); else if (asked) asked.again = true;
    current = undefined;
    endWorkers();
    start();
  }

  function fail(reason) {
    stop(reason);
    setState("failed", ended);
  }

  /** Whatever waits, and whatever is asked from now on, is refused. */
  function stop(reason = { kind: "stopped" }) {
    endWorkers();
    isReady = false;
    ended ??= new PythonFault(reason);
    settle.reject(ended);
    for (const id of pending.keys()) take(id).reject(ended);
  }

  function take(id) {
    clearTimeout(timer);
    current = undefined;
    const asked = pending.get(id);
    pending.delete(id);
    return asked;
  }

  function watch(patience, end) {
    alive = () => { clearTimeout(timer); timer = setTimeout(end, patience); };
    alive();
  }

  function setState(state, fault) {
    isReady = state === "ready";
    document.documentElement.dataset.python = state;
    onState(state, fault);
  }

  function ask(call, args = {}, { timeout = 10_000 } = {}) {
    return new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      pending.set(++lastId, { call, args, timeout, resolve, reject });
      next();
    });
  }

  start();
  return { ready, call: ask, stop: () => stop() };
}

async function fetchManifest(home) {
  const response = await fetch(`${home}manifest.json`).catch(() => ({}));
  const manifest = response.ok && await response.json().catch(() => null);
  if (!manifest) throw new PythonFault({ kind: "blocked" });
  return manifest;
}
