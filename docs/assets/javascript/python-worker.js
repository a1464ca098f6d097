// Python, in a worker of its own. It is started only from a blob that imports this file: such a worker inherits
// the page's policy. One started from this file's address would not, so it stops here.
import { FileFault, fetchChecked } from "./python-files.js"

if (location.protocol !== "blob:") throw new Error("python-worker.js runs only when python.js starts it")

const download = self.fetch.bind(self)
const EMPTY_ZIP = Uint8Array.from([80, 75, 5, 6, ...new Array(18).fill(0)])
let python, door, parts

self.onmessage = ({ data }) => (data.boot ? boot(data.boot) : answer(data))

/** A quicker boot goes in front of the robust one, which stays as what is tried when it fails. */
async function boot({ base, manifest }) {
  const ways = [robustBoot]
  for (const way of ways) {
    try {
      parts = new Parts(base, manifest)
      python = await way(parts, manifest)
      step("forms")
      parts.later = python.pyimport("later")
      parts.later.watch()
      door = await parts.complete(() => python.pyimport("pyforms.worker").call)
      return self.postMessage({ state: "ready" })
    } catch (fault) {
      if (way === ways.at(-1)) self.postMessage({ state: "failed", kind: fault.kind ?? "crashed", message: String(fault) })
    }
  }
}

/** Public interfaces of Pyodide only; every byte is checked before Pyodide sees it, as its own start never
 *  settles when a file is missing or damaged. */
async function robustBoot(parts, manifest) {
  const engine = new URL(`${manifest.engine}/`, parts.base).href
  const [library, packages, native, forms, wasm] = ["library", "packages", "pydantic_core", "forms", "pyodide.asm.wasm"]
    .map((name) => parts.fetch(name))
  const broken = Promise.all([library, packages, native, forms, wasm]).then(() => new Promise(() => {}))
  self.fetch = async (address) =>
    address.href?.endsWith(".wasm") ?? address.endsWith(".wasm")
      ? new Response(await wasm, { headers: { "Content-Type": "application/wasm" } })
      : new Response(EMPTY_ZIP)
  const starting = (async () => {
    const [{ loadPyodide }] = await Promise.all(["pyodide.mjs", "pyodide.asm.mjs"].map((name) => load(engine + name)))
    step("python")
    const ready = await loadPyodide({
      indexURL: engine,
      stdLibURL: `${engine}empty`,
      lockFileContents: manifest.lock,
      env: { PYDANTIC_DISABLE_PLUGINS: "__all__" },
      fsInit: async (FS) => unpack(FS, await library),
    })
    unpack(ready.FS, await packages)
    unpack(ready.FS, await forms)
    ready.FS.writeFile(parts.files.pydantic_core.path, await native, { canOwn: true })
    return ready
  })()
  try {
    return await Promise.race([starting, broken])
  } finally {
    self.fetch = async () => Response.error()
  }
}

async function load(address) {
  try {
    return await import(address)
  } catch {
    throw new FileFault("blocked", address)
  }
}

/** The bundles of the manifest, with those that are fetched when Python first asks for them. */
class Parts {
  loaded = 0
  total = 0

  constructor(base, { files }) {
    Object.assign(this, { base, files })
  }

  fetch(name) {
    const file = this.files[name]
    this.total += file.bytes
    return fetchChecked(file, new URL(file.name, this.base).href, download, (more) => {
      this.loaded += more
      step("files")
    })
  }

  /** The work's result; when it imports what is not here yet, that part is fetched and the work done again. */
  async complete(work) {
    for (;;) {
      try {
        return work()
      } catch (fault) {
        if (fault.type !== "NotHereYet") throw fault
        const part = this.later.wanted
        unpack(python.FS, await this.fetch(part))
        this.later.add(part)
      }
    }
  }
}

async function answer({ id, call, args }) {
  try {
    const reply = await parts.complete(() => door(JSON.stringify({ call, args })))
    if (typeof reply === "string") return self.postMessage({ id, reply })
    const bytes = reply.toJs()
    reply.destroy()
    self.postMessage({ id, reply: bytes }, [bytes.buffer])
  } catch (fault) {
    self.postMessage({ id, state: "failed", kind: fault.kind ?? "crashed", message: String(fault) })
  }
}

function step(name) {
  self.postMessage({ progress: { step: name, loaded: parts.loaded, total: parts.total } })
}

/** Lay the files of a plain tar into Python's file system, without copying them. */
function unpack(FS, tar) {
  const text = new TextDecoder()
  const field = (at, length) => text.decode(tar.subarray(at, at + length)).split("\0", 1)[0]
  for (let at = 0; tar[at]; ) {
    const folder = field(at + 345, 155)
    const path = `/${folder && `${folder}/`}${field(at, 100)}`
    const size = parseInt(field(at + 124, 12), 8)
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")))
    FS.writeFile(path, tar.subarray(at + 512, at + 512 + size), { canOwn: true })
    at += 512 + Math.ceil(size / 512) * 512
  }
}
