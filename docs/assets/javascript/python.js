// The bridge to Python: asks by name with JSON, gets JSON or a file's bytes back.
//
//   const python = createPython({ base: "../../", onProgress, onState })
//   const { html } = await python.call("submit", { form, entries, area, today })

const REASONS = {
  blocked: "A file that the checks need was blocked on the way, perhaps by a filter at school or at work.",
  cut: "The download stopped before it was complete.",
  "too-slow": "The connection was too slow, or stopped.",
  unsupported: "This browser is too old, or a setting keeps it from running the checks.",
  crashed: "The checks stopped unexpectedly. This device may be short of memory.",
  "too-long": "The checks took too long and were ended.",
}

export class PythonFault extends Error {
  /** kind: a key of REASONS, or what Python names it ("answers-invalid"); errors: [[path, message], ...] */
  constructor({ kind, message, errors = [] }) {
    super(message || REASONS[kind] || "")
    Object.assign(this, { kind, errors })
  }
}

/**
 * Starts Python at once, in a worker. Calls made before it is ready wait their turn.
 *   base        address of the site's top folder
 *   onProgress  ({step: "files" | "python" | "forms", loaded, total}), in bytes
 *   onState     ("loading" | "ready" | "failed", PythonFault | undefined)
 * A worker that dies, or lets a call wait longer than `timeout` ms, is started again and asked once more.
 */
export function createPython({ base, onProgress = () => {}, onState = () => {}, bootPatience = 60_000 }) {
  const top = new URL(base, document.baseURI)
  const pending = new Map() // in order of asking; the first is the one Python is at work on
  let worker, timer, lastId = 0, isReady = false
  let settle
  const ready = new Promise((resolve, reject) => { settle = { resolve, reject } })
  ready.catch(() => {}) // whoever does not wait for it hears by onState

  function setState(state, fault) {
    isReady = state === "ready"
    document.documentElement.dataset.python = state
    onState(state, fault)
  }

  async function start() {
    setState("loading")
    watch(bootPatience, () => fail({ kind: "too-slow" }))
    try {
      worker = startWorker(new URL("assets/javascript/python-worker.js", top))
      worker.onmessage = ({ data }) => hear(data)
      worker.onerror = (event) => { event.preventDefault(); crashed({ kind: "crashed" }) }
      const home = new URL("assets/python/", top)
      worker.postMessage({ boot: { base: home.href, manifest: await fetchManifest(home) } })
    } catch (fault) {
      fail({ kind: fault.kind ?? "unsupported" })
    }
  }

  function hear({ id, reply, state, kind, progress }) {
    if (progress) { watchAgain(); return onProgress(progress) }
    if (reply !== undefined) { finish(id, reply); return next() }
    if (state === "ready") { setState("ready"); settle.resolve(); return next() }
    if (id) crashed({ kind }); else fail({ kind })
  }

  function next() {
    clearTimeout(timer)
    const [first] = pending
    if (!isReady || !first) return
    const [id, { call, args, timeout }] = first
    watch(timeout, () => crashed({ kind: "too-long" }))
    worker.postMessage({ id, call, args })
  }

  function finish(id, reply) {
    const { resolve, reject } = pending.get(id)
    pending.delete(id)
    if (typeof reply !== "string") return resolve(reply)
    const { result, error } = JSON.parse(reply)
    if (error) reject(new PythonFault(error)); else resolve(result)
  }

  /** Ends the worker and starts another; the call it was at is asked once more, then given up. */
  function crashed(fault) {
    worker.terminate()
    if (!isReady) return fail(fault)
    const [first] = pending
    if (first && first[1].again) { pending.delete(first[0]); first[1].reject(new PythonFault(fault)) }
    else if (first) first[1].again = true
    start()
  }

  function fail(reason) {
    clearTimeout(timer)
    worker?.terminate()
    const fault = new PythonFault(reason)
    setState("failed", fault)
    settle.reject(fault)
    for (const { reject } of pending.values()) reject(fault)
    pending.clear()
  }

  let watchAgain = () => {}
  function watch(patience, end) {
    watchAgain = () => { clearTimeout(timer); timer = setTimeout(end, patience) }
    watchAgain()
  }

  start()
  return {
    ready,
    call(call, args = {}, { timeout = 10_000 } = {}) {
      return new Promise((resolve, reject) => {
        if (document.documentElement.dataset.python === "failed") return reject(new PythonFault({ kind: "crashed" }))
        pending.set(++lastId, { call, args, timeout, resolve, reject })
        if (pending.size === 1) next()
      })
    },
    stop() {
      clearTimeout(timer)
      worker?.terminate()
      pending.clear()
    },
  }
}

/** A worker started from a blob inherits the page's policy; one started from its own address would not. */
function startWorker(address) {
  const text = `import ${JSON.stringify(address.href)}`
  const blob = URL.createObjectURL(new Blob([text], { type: "text/javascript" }))
  return new Worker(blob, { type: "module" })
}

async function fetchManifest(home) {
  const response = await fetch(new URL("manifest.json", home)).catch(() => ({}))
  const manifest = response.ok && await response.json().catch(() => null)
  if (!manifest) throw new PythonFault({ kind: "blocked" })
  return manifest
}
