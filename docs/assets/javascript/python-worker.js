// Python, in a worker of its own. It is started only from a blob that imports this file: such a worker inherits
// the page's policy. One started from this file's address would not, so it stops here.
import { FileFault, createFetcher } from "./python-files.js";

if (location.protocol !== "blob:") throw new Error("python-worker.js runs only when python.js starts it");

const download = self.fetch.bind(self);
const EMPTY_ZIP = Uint8Array.from([80, 75, 5, 6, ...new Array(18).fill(0)]);
let python, later, door, parts;

self.onmessage = ({ data }) => (data.boot ? boot(data.boot) : answer(data));

/** A quicker boot goes before the robust one, which stays as what is tried when that fails. */
async function boot({ base, manifest, patience }) {
  const ways = [robustBoot];
  parts = new Parts(base, manifest, createFetcher(download, patience));
  for (const way of ways) {
    try {
      python = await way(manifest);
      step("forms");
      later = python.pyimport("later");
      later.watch();
      door = await complete(() => python.pyimport("pyforms.worker").call);
      return self.postMessage({ state: "ready" });
    } catch (fault) {
      if (way === ways.at(-1)) self.postMessage({ state: "failed", kind: fault.kind ?? "crashed", message: `${fault}` });
    }
  }
}

/**
 * Through Pyodide's public interfaces only. Every byte is checked before Pyodide sees it, and a file that cannot
 * be had ends the boot here: Pyodide's own promise never settles then.
 */
async function robustBoot({ engine, lock, files }) {
  const address = new URL(`${engine}/`, parts.base).href;
  const names = ["pyodide.asm.wasm", "library", "packages", "forms", "pydantic_core"];
  const fetched = Object.fromEntries(names.map((name) => [name, parts.fetch(name)]));
  self.fetch = async (asked) => `${asked.url ?? asked}`.endsWith(".wasm")
    ? new Response(await fetched["pyodide.asm.wasm"], { headers: { "Content-Type": "application/wasm" } })
    : new Response(EMPTY_ZIP);

  const start = async () => {
    const [{ loadPyodide }] = await Promise.all(["pyodide.mjs", "pyodide.asm.mjs"].map((name) => load(address + name)));
    step("python");
    const pyodide = await loadPyodide({
      indexURL: address,
      stdLibURL: `${address}empty`, // the library is unpacked instead, where bundles that come later can join it
      lockFileContents: lock,
      env: { PYDANTIC_DISABLE_PLUGINS: "__all__" },
      fsInit: async (FS) => unpack(FS, await fetched.library),
    });
    unpack(pyodide.FS, await fetched.packages);
    unpack(pyodide.FS, await fetched.forms);
    pyodide.FS.writeFile(files.pydantic_core.path, await fetched.pydantic_core, { canOwn: true });
    return pyodide;
  };

  const failure = Promise.all(Object.values(fetched)).then(() => new Promise(() => {}));
  try {
    return await Promise.race([start(), failure]);
  } finally {
    self.fetch = async () => Response.error();
  }
}

async function load(address) {
  try {
    return await import(address);
  } catch {
    throw new FileFault("blocked", address);
  }
}

/** The files of the manifest, and how much of those that were asked for is here. */
class Parts {
  loaded = 0;
  total = 0;

  constructor(base, { files }, fetchChecked) {
    Object.assign(this, { base, files, fetchChecked });
  }

  fetch(name) {
    const file = this.files[name];
    this.total += file.bytes;
    return this.fetchChecked(file, new URL(file.name, this.base).href, (more) => {
      this.loaded += more;
      step("files");
    });
  }
}

function step(name) {
  self.postMessage({ progress: { step: name, loaded: parts.loaded, total: parts.total } });
}

async function answer({ id, call, args }) {
  try {
    const reply = await complete(() => door(JSON.stringify({ call, args })));
    if (typeof reply === "string") return self.postMessage({ id, reply });
    const bytes = reply.toJs();
    reply.destroy();
    self.postMessage({ id, reply: bytes }, [bytes.buffer]);
  } catch (fault) {
    self.postMessage({ id, state: "failed", kind: fault.kind ?? "crashed", message: `${fault}` });
  }
}

/** The work's result. When it imports what is not here yet, that part is fetched and the work done again. */
async function complete(work) {
  for (;;) {
    try {
      return work();
    } catch (fault) {
      if (fault.type !== "NotHereYet") throw fault;
      const part = later.wanted;
      unpack(python.FS, await parts.fetch(part));
      later.add(part);
    }
  }
}

/** Lays the files of a plain tar into Python's file system, without copying them. */
function unpack(FS, tar) {
  const text = new TextDecoder();
  const field = (at, length) => text.decode(tar.subarray(at, at + length)).split("\0", 1)[0];
  for (let at = 0; tar[at];) {
    const folder = field(at + 345, 155);
    const path = `/${folder && `${folder}/`}${field(at, 100)}`;
    const size = parseInt(field(at + 124, 12), 8);
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    FS.writeFile(path, tar.subarray(at + 512, at + 512 + size), { canOwn: true });
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
