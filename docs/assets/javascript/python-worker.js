// Python, in a worker of its own: python.js starts it from a blob that holds Pyodide's scripts, as `loadPyodide`, and
// then this text. Such a worker inherits the page's policy; one started from an address would not, so it stops here.
if (location.protocol !== "blob:") throw new Error("python-worker.js runs only when python.js starts it");

const EMPTY_ZIP = Uint8Array.from([80, 75, 5, 6, ...new Array(18).fill(0)]);
/** @typedef {{ promise: Promise<any> } & Settle<any>} Arrival */

/** @type {Map<string, Arrival>} */
const parts = new Map(); // name -> { promise, resolve, reject }: what python-files.js fetched and checked
/** @type {MessagePort} */
let port;
/** @type {import("pyodide").PyodideAPI} */
let python;
/** @type {Later} */
let later;
/** @type {(message: string) => string | PyBytes} */
let door;
const itsDoor = () => python.pyimport("pyforms.worker").call;

self.onmessage = ({ data }) => (data.boot ? boot(data.boot) : answer(data));

/** @param {string} name */
function part(name) {
  const known = parts.get(name);
  if (known) return known;
  /** @type {Partial<Settle<any>>} */
  const settle = {};
  const promise = new Promise((resolve, reject) => { Object.assign(settle, { resolve, reject }); });
  const awaited = /** @type {Arrival} */ ({ promise, ...settle });
  parts.set(name, awaited);
  return awaited;
}

/**
 * A quicker boot goes before the robust one, which stays as what is tried when that fails.
 * @param {Boot} boot
 */
async function boot({ home, manifest, own, port: files }) {
  const ways = [robustBoot];
  port = files;
  port.onmessage = ({ data: { name, content, ...fault } }) => {
    if (content) part(name).resolve(content);
    else part(name).reject(Object.assign(new Error(fault.cause), fault));
  };
  for (const way of ways) {
    try {
      await way(home, manifest, own);
      step("forms");
      door = await complete(itsDoor);
      return self.postMessage({ state: "ready" });
    } catch (fault) {
      if (way === ways.at(-1)) fail(fault);
    }
  }
}

/**
 * Through Pyodide's public interfaces only; it never sees the network, only what was checked.
 * @type {(home: string, manifest: Manifest, own: string[]) => Promise<void>}
 */
async function robustBoot(home, { lock, files: { pydantic_core } }, own) {
  self.fetch = async () => new Response(EMPTY_ZIP);
  const refused = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (/** @type {unknown} */ _response, /** @type {WebAssembly.Imports | undefined} */ imports) => {
      try {
        /** @type {WebAssembly.Module} */
        const module = await part("pyodide.asm.wasm").promise;
        step("python");
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (fault) {
        reject(fault); // Pyodide's own promise never settles then
        throw fault;
      }
    };
  });
  const start = async () => {
    python = await loadPyodide({
      indexURL: home,
      stdLibURL: `${home}empty`, // the library is unpacked instead, where parts that come later can join it
      lockFileContents: lock,
      env: { PYDANTIC_DISABLE_PLUGINS: "__all__" },
      fsInit: async (/** @type {Files} */ FS) => unpack(FS, await part("library").promise),
    });
    later = python.pyimport("later");
    later.watch();
    await complete(() => python.pyimport("early_library")); // while the packages are on their way
    unpack(python.FS, await part("packages").promise);
    const extension = await part("pydantic_core").promise;
    python.FS.writeFile(pydantic_core.path, extension, { canOwn: true });
    giveCompiled(extension.length, await part("pydantic_core.module").promise);
    await complete(() => python.pyimport("early_packages")); // while the forms are
    for (const name of ["forms", ...own]) await arrival(name);
  };
  try {
    return await Promise.race([start(), refused]);
  } finally {
    self.fetch = async () => Response.error();
    parts.clear();
  }
}

/**
 * Python compiles its extension, of that length, when it is first imported: here it gets the compiled module.
 * @param {number} length
 * @param {WebAssembly.Module} module
 */
function giveCompiled(length, module) {
  WebAssembly.Module = new Proxy(WebAssembly.Module, {
    construct(Module, [bytes]) {
      if (bytes.byteLength !== length) return new Module(bytes);
      WebAssembly.Module = Module;
      return module;
    },
  });
}

/** @param {string} name */
function step(name) {
  self.postMessage({ step: name });
}

/** @type {(fault: unknown, id?: number) => void} */
function fail(fault, id) {
  const { kind = "crashed", file } = /** @type {Partial<Reason>} */ (fault);
  self.postMessage({ state: "failed", id, kind, file, cause: `${fault}` });
}

/** @param {{ id: number, call: string, args: unknown }} question */
async function answer({ id, call, args }) {
  self.postMessage({ id, heard: true }); // from here on the page waits for as long as the call may take
  try {
    const reply = await complete(() => door(JSON.stringify({ call, args })));
    if (typeof reply === "string") return self.postMessage({ id, reply });
    const bytes = reply.toJs();
    reply.destroy();
    self.postMessage({ id, reply: bytes }, [bytes.buffer]);
  } catch (fault) {
    fail(fault, id);
  }
}

/**
 * The work's result. When it imports what is not here yet, all parts that it asked for are fetched side by side, and the
 * work is done again.
 * @template T
 * @param {() => T} work
 */
async function complete(work) {
  for (;;) {
    try {
      return work();
    } catch (fault) {
      if (/** @type {{ type?: string }} */ (fault).type !== "NotHereYet") throw fault;
      const names = later.heard().split(" ");
      for (const name of names) {
        parts.delete(name); // what did not come the last time is asked for again
        port.postMessage({ want: name });
      }
      await Promise.all(names.map(arrival));
    }
  }
}

/** @param {string} name */
async function arrival(name) {
  unpack(python.FS, await part(name).promise);
  later.add(name);
}

/**
 * Lays the files of a plain tar into Python's file system, without copying them.
 * @param {Files} FS
 * @param {Bytes} tar
 */
function unpack(FS, tar) {
  const text = new TextDecoder();
  /** @type {(at: number, length: number) => string} */
  const field = (at, length) => text.decode(tar.subarray(at, at + length)).split("\0", 1)[0] ?? "";
  for (let at = 0; tar[at];) {
    const folder = field(at + 345, 155);
    const path = `/${folder && `${folder}/`}${field(at, 100)}`;
    const size = Number.parseInt(field(at + 124, 12), 8);
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    FS.writeFile(path, tar.subarray(at + 512, at + 512 + size), { canOwn: true });
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
