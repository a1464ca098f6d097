// Python, in a worker of its own: python.js starts it from a blob that holds Pyodide's scripts, as `loadPyodide`, and
// then this text. Such a worker inherits the page's policy; one started from an address would not, so it stops here.
if (location.protocol !== "blob:") throw new Error("python-worker.js runs only when python.js starts it");

const EMPTY_ZIP = Uint8Array.from([80, 75, 5, 6, ...new Array(18).fill(0)]);
const parts = new Map(); // name -> { promise, resolve, reject }: what python-files.js fetched and checked
let port, python, later, door;

self.onmessage = ({ data }) => (data.boot ? boot(data.boot) : answer(data));

function part(name) {
  if (!parts.has(name)) {
    const awaited = {};
    awaited.promise = new Promise((resolve, reject) => Object.assign(awaited, { resolve, reject }));
    parts.set(name, awaited);
  }
  return parts.get(name);
}

/** A quicker boot goes before the robust one, which stays as what is tried when that fails. */
async function boot({ home, manifest, own, ...given }) {
  const ways = [robustBoot];
  port = given.port;
  port.onmessage = ({ data: { name, content, ...fault } }) => {
    if (content) part(name).resolve(content);
    else part(name).reject(Object.assign(new Error(fault.cause), fault));
  };
  for (const way of ways) {
    try {
      await way(home, manifest, own);
      step("forms");
      door = await complete(() => python.pyimport("pyforms.worker").call);
      return self.postMessage({ state: "ready" });
    } catch (fault) {
      if (way === ways.at(-1)) fail(fault);
    }
  }
}

/** Through Pyodide's public interfaces only; it never sees the network, only what was checked. */
async function robustBoot(home, { lock, files: { pydantic_core } }, own) {
  self.fetch = async () => new Response(EMPTY_ZIP);
  const refused = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_, imports) => {
      try {
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
      fsInit: async (FS) => unpack(FS, await part("library").promise),
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

/** Python compiles its extension, of that length, when it is first imported: here it gets the compiled module. */
function giveCompiled(length, module) {
  const { Module } = WebAssembly;
  WebAssembly.Module = class extends Module {
    constructor(bytes) {
      if (bytes.byteLength !== length) return new Module(bytes);
      WebAssembly.Module = Module;
      return module;
    }
  };
}

function step(name) {
  self.postMessage({ step: name });
}

function fail(fault, id) {
  self.postMessage({ state: "failed", id, kind: fault.kind ?? "crashed", file: fault.file, cause: `${fault}` });
}

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

/** The work's result. When it imports what is not here yet, that part is fetched and the work done again. */
async function complete(work) {
  for (;;) {
    try {
      return work();
    } catch (fault) {
      if (fault.type !== "NotHereYet") throw fault;
      const name = later.wanted;
      parts.delete(name); // what did not come the last time is asked for again
      port.postMessage({ want: name });
      await arrival(name);
    }
  }
}

async function arrival(name) {
  unpack(python.FS, await part(name).promise);
  later.add(name);
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
