// The bridge to Python: asks by name with JSON, gets JSON or a file's bytes back.
//
//   const python = createPython({ onProgress, onState })
//   const { html } = await python.call("submit", { form, entries, area, today })

import { REASONS as OF_FILES, explained, ownList, readList, readScript } from "./arrival.js";
import { Told } from "./faults.js";

const PATIENCE = { file: 15_000, boot: 60_000 };
const SILENCE = 3_000; // ms in which Python says that it has heard a question; a page that was busy itself gets
const GRACE = 300; // ms more, so that what has come meanwhile is read
/** @type {Record<string, string>} */
const REASONS = {
  ...OF_FILES,
  "too-slow": "The connection was too slow, or it stopped.",
  unsupported: "This browser is too old, or a setting keeps it from running the tool.",
  crashed: "The tool stopped unexpectedly. This device may be short of memory.",
  fault: "Something in the answers was more than the tool can take. Change what you typed last, and try again.",
  "too-long": "The tool took too long and was stopped.",
  stopped: "The tool was stopped.",
};

export class PythonFault extends Told {
  /** @param {Reason} reason whose kind may be what Python calls it, too ("answers-invalid") */
  constructor({ kind, message, errors = [], cause, file }) {
    if (kind === "fault" || file) console.error(cause); // for whoever runs the site
    super(message || REASONS[kind]?.replace("FILE", file ?? "") || "", { cause });
    this.kind = kind;
    this.errors = errors;
    this.file = file;
  }
}

/**
 * Starts Python at once, in a worker. Calls made before it is ready wait their turn.
 *   list         address of the list of Python's files, whose name carries a hash of what it says
 *   form         id of the form whose code comes along; another's comes when it is asked for
 *   onProgress   ({ step: "files" | "python" | "forms", loaded, total }), in bytes
 *   onState      ("loading" | "ready" | "failed", PythonFault | undefined)
 *   patience     ms: { file: without a byte of a file, boot: without any progress }, after which loading has failed
 * A worker that dies, or works on a call for longer than `timeout` ms, is started again and asked once more.
 * @param {{ list?: string, form?: string | undefined, patience?: typeof PATIENCE } & Partial<Listeners>} of
 */
export function createPython({ list = ownList(), form, onProgress = () => {}, onState = () => {}, patience = PATIENCE } = {}) {
  const home = new URL(".", list).href;
  /** @type {Map<number, Pending>} */
  const pending = new Map(); // by id, in the order of asking
  /** @type {Worker | undefined} */
  let worker;
  /** @type {Worker | undefined} */
  let files;
  /** @type {Parameters<Listeners["onProgress"]>[0]} */
  let progress;
  /** @type {Timer} */
  let timer;
  /** @type {Settle<void>} */
  let settle;
  /** @type {() => void} */
  let alive;
  /** @type {number | undefined} */
  let current;
  /** @type {PythonFault | undefined} */
  let ended;
  /** @type {(engine: Bytes) => void} */
  let takeEngine;
  let isReady = false;
  let lastId = 0;
  /** @type {Promise<void>} */
  const ready = new Promise((resolve, reject) => { settle = { resolve, reject }; });
  ready.catch(() => {}); // whoever does not wait for it hears by onState

  async function start() {
    setState("loading");
    if (typeof WebAssembly === "undefined") return fail({ kind: "unsupported" });
    progress = { step: "files", loaded: 0, total: 0 };
    watch(patience.boot, () => fail({ kind: "too-slow" }));
    try {
      const [manifest, script] = await Promise.all([
        readList(list),
        readScript("python-worker.js"),
        readScript("python-files.js").then((text) => { files = startWorker(text); }),
      ]);
      const { port1, port2 } = new MessageChannel();
      const own = form && manifest.files[form] ? [form] : [];
      files?.postMessage({ home, manifest, own, patience: patience.file, port: port1 }, [port1]);
      /** @type {Bytes} */
      const engine = await new Promise((resolve) => { takeEngine = resolve; });
      worker = startWorker(engine, script);
      worker.postMessage({ boot: { home, manifest, own, port: port2 } }, [port2]);
    } catch (fault) {
      const reason = await explained({ kind: "unsupported", cause: fault, .../** @type {object} */ (fault) });
      if (!ended) fail(reason);
    }
  }

  /** @param {typeof progress.step} step */
  function tell(step, loaded = progress.loaded, total = progress.total) {
    alive();
    progress = { step, loaded, total };
    onProgress(progress);
  }

  /**
   * A worker started from a blob inherits the page's policy; one started from its own address would not.
   * @param {BlobPart[]} texts
   */
  function startWorker(...texts) {
    if (ended) throw ended;
    const blob = new Blob(texts, { type: "text/javascript" });
    const started = new Worker(URL.createObjectURL(blob), { type: "module" });
    let kind = "unsupported"; // what does not even begin
    started.onmessage = ({ data }) => { kind = "crashed"; void hear(data); };
    started.onerror = (event) => { event.preventDefault(); crashed({ kind }); };
    return started;
  }

  function endWorkers() {
    clearTimeout(timer);
    worker?.terminate();
    files?.terminate();
  }

  /** @param {News} news */
  async function hear({ step, loaded, total, state, kind = "crashed", cause, file, id, heard, reply, engine }) {
    if (total) tell(progress.step, loaded, total); // what comes later does not take back a step that was reached
    else if (step) tell(step);
    else if (engine) takeEngine(engine);
    else if (heard) watch(pending.get(current ?? 0)?.timeout, () => crashed({ kind: "too-long" }));
    else if (reply !== undefined) finish(id ?? 0, reply);
    else if (state === "ready") { clearTimeout(timer); setState("ready"); settle.resolve(); next(); }
    else if (id && file) refuse(id, await explained({ kind, cause, file }));
    else crashed(await explained({ kind, cause, file }));
  }

  function next() {
    const [first] = pending;
    if (!isReady || current || !first) return;
    const [id, { call, args }] = first;
    current = id;
    watch(SILENCE, () => watch(GRACE, () => crashed({ kind: "crashed" })));
    worker?.postMessage({ id, call, args });
  }

  /** @type {(id: number, reply: string | Bytes) => void} */
  function finish(id, reply) {
    const asked = take(id);
    const { result, error } = typeof reply === "string" ? JSON.parse(reply) : { result: reply };
    if (error) asked?.reject(new PythonFault(error)); else asked?.resolve(result);
    next();
  }

  /**
   * A part that the call needed could not be had; Python itself runs on.
   * @param {number} id
   * @param {Reason} reason
   */
  function refuse(id, reason) {
    if (pending.has(id)) take(id)?.reject(new PythonFault(reason));
    next();
  }

  /**
   * Another worker takes over; the call that this one was at is asked once more, then given up.
   * @param {Reason} reason
   */
  function crashed(reason) {
    if (!isReady) return fail(reason);
    const asked = pending.get(current ?? 0);
    if (asked?.again) take(current)?.reject(new PythonFault(reason)); else if (asked) asked.again = true;
    current = undefined;
    endWorkers();
    void start();
  }

  /** @param {Reason} reason */
  function fail(reason) {
    stop(reason);
    setState("failed", ended);
  }

  /**
   * Whatever waits, and whatever is asked from now on, is refused.
   * @param {Reason} [reason]
   */
  function stop(reason = { kind: "stopped" }) {
    endWorkers();
    isReady = false;
    ended ??= new PythonFault(reason);
    settle.reject(ended);
    for (const id of pending.keys()) take(id)?.reject(ended);
  }

  /** @param {number} [id] */
  function take(id = 0) {
    clearTimeout(timer);
    current = undefined;
    const asked = pending.get(id);
    pending.delete(id);
    return asked;
  }

  /** @type {(time: number | undefined, end: () => void) => void} */
  function watch(time, end) {
    alive = () => { clearTimeout(timer); timer = setTimeout(end, time); };
    alive();
  }

  /** @type {Listeners["onState"]} */
  function setState(state, fault) {
    isReady = state === "ready";
    document.documentElement.dataset.python = state;
    onState(state, fault);
  }

  /** @type {Call} */
  function ask(call, args, { timeout = 10_000 } = {}) {
    return new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      pending.set(++lastId, { call, args, timeout, resolve, reject });
      next();
    });
  }

  void start();
  return { ready, call: ask, stop: () => stop() };
}
