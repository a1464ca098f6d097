// Fetches what Python needs, in a worker of its own: Python's is deaf while it works, and the page should stay
// smooth. It hands on only what arrived whole and unchanged: a school's filter, a cut line or a tunnel must end in a
// plain reason, never in silence. It is started only from a blob, which inherits the page's policy.
//
//   from the page  { home, manifest, own, patience, port }; own: parts besides those that every page starts with
//   to the page    { loaded, total } | { engine } | { state: "failed", kind, file }
//   to the port    { name, content } | { name, kind, file }   from it   { want: name }

if (location.protocol !== "blob:") throw new Error("python-files.js runs only when python.js starts it");

const TRIES = 3;
const AHEAD = 131_072; // bytes: so much before a file's end the next one is asked for, and the line never rests
const GONE = [404, 410];
const PAUSE = 50; // ms between two words on how far it is
const WASM = "pyodide.asm.wasm";
const EXTENSION = "pydantic_core";
const ENGINE = "engine";
const UNPACKER = "unpacker";
const START = [ENGINE, WASM, "library", "packages", EXTENSION, "forms"]; // in the order of need

/** @typedef {(name: string, content: Bytes | WebAssembly.Module) => void} Deliver */
/** @typedef {(packed: Bytes) => Bytes} Unpack */

/** @param {MessageEvent<{ home: string, manifest: Manifest, own: string[], patience: number, port: MessagePort }>} message */
self.onmessage = ({ data: { home, manifest, own, patience, port } }) => {
  const progress = nowAndThen((loaded, total) => self.postMessage({ loaded, total }));
  const files = new Files(home, manifest.files, patience, progress);
  /** @type {Deliver} */
  const deliver = (name, content) => {
    if (name === ENGINE) self.postMessage({ engine: content }, transferable(content));
    else port.postMessage({ name, content }, transferable(content));
  };
  /** @param {Partial<FileFault>} fault */
  const told = (fault) => ({ kind: fault.kind ?? "unsupported", file: fault.file, cause: `${fault}` });
  port.onmessage = ({ data: { want } }) => files.bring([want], deliver)
    .catch((fault) => port.postMessage({ name: want, ...told(fault) }));
  files.bring([...START, ...own], deliver)
    .catch((fault) => self.postMessage({ state: "failed", ...told(fault) }));
};

/**
 * Bytes change hands; a compiled module is shared.
 * @param {Bytes | WebAssembly.Module} content
 */
function transferable(content) {
  return content instanceof WebAssembly.Module ? [] : [content.buffer];
}

/** @typedef {(loaded: number, total: number) => void} Progress */

/** @type {(tell: Progress) => Progress} */
function nowAndThen(tell) {
  let last = 0;
  return (loaded, total) => {
    if (loaded < total && performance.now() - last < PAUSE) return;
    last = performance.now();
    tell(loaded, total);
  };
}

class FileFault extends Error {
  /**
   * @param {"blocked" | "cut" | "altered" | "missing" | "too-slow" | "unsupported"} kind
   * @param {string} file
   * @param {unknown} [cause]
   */
  constructor(kind, file, cause = "") {
    super(`${file}: ${kind} ${cause}`);
    this.kind = kind;
    this.file = file;
  }
}

/** The files of a manifest, each checked by size and SHA-256; `onProgress(loaded, total)` hears of every chunk. */
class Files {
  #loaded = 0;
  #total = 0;
  /** @type {Promise<Unpack> | undefined} */
  #unpacker;

  /**
   * @param {string} home
   * @param {Manifest["files"]} files
   * @param {number} patience
   * @param {Progress} onProgress
   */
  constructor(home, files, patience, onProgress) {
    this.home = home;
    this.files = files;
    this.patience = patience;
    this.onProgress = onProgress;
  }

  /** @param {string} name */
  #of(name) {
    const file = this.files[name];
    if (!file) throw new FileFault("missing", name);
    return file;
  }

  /**
   * One file after the other has the line.
   * @param {string[]} names
   * @param {Deliver} deliver
   */
  async bring(names, deliver) {
    const sizes = [...names, ...(this.#unpacker ? [] : [UNPACKER])].map((name) => this.#of(name).bytes);
    this.#total += sizes.reduce((sum, bytes) => sum + bytes, 0);
    this.#unpacker ??= this.#fetch(UNPACKER).then(unpacker); // small: it does not wait for the line
    this.#unpacker.catch(() => { this.#unpacker = undefined; });
    /** @type {Promise<void>[]} */
    const brought = [];
    for (const name of names) {
      /** @type {Promise<void>} */
      const nearly = new Promise((nearlyHere) => {
        const here = name === WASM ? this.#compiled(name, nearlyHere) : this.#unpacked(name, nearlyHere);
        brought.push(here.then((content) => handOver(name, content, deliver)));
      });
      await Promise.race([nearly, Promise.all(brought)]); // one that fails ends it at once
    }
    await Promise.all(brought);
  }

  /**
   * A module compiled while its bytes arrive (so the browser can keep the result), or else from the checked bytes.
   * @param {string} name
   * @param {() => void} nearlyHere
   */
  async #compiled(name, nearlyHere) {
    /** @type {Promise<WebAssembly.Module | null> | undefined} */
    let early;
    const bytes = await this.#fetch(name, nearlyHere, (response) => {
      const copy = response.clone();
      early = WebAssembly.compileStreaming(response).catch(() => null); // served under a wrong type, say
      return copy;
    });
    return await early ?? compile(name, bytes);
  }

  /** @type {(name: string, nearlyHere: () => void) => Promise<Bytes>} */
  async #unpacked(name, nearlyHere) {
    const [packed, unpack] = await Promise.all([this.#fetch(name, nearlyHere), this.#unpacker]);
    return /** @type {Unpack} */ (unpack)(packed);
  }

  /**
   * The bytes, or a FileFault after three tries; `nearlyHere()` hears when little of them is to come,
   * and `tap(response)` may take a response and give back a copy to read.
   * @param {string} name
   * @returns {Promise<Bytes>}
   */
  async #fetch(name, nearlyHere = () => {}, tap = (/** @type {Response} */ response) => response) {
    const file = this.#of(name);
    for (let attempt = 1; ; attempt++) {
      let here = 0;
      /** @param {number} more */
      const count = (more) => {
        here += more;
        this.#loaded += more;
        this.onProgress(this.#loaded, this.#total);
        if (file.bytes - here <= AHEAD) nearlyHere();
      };
      /** @param {AbortSignal} signal */
      const ask = (signal) => fetch(new URL(file.name, this.home), { signal, cache: attempt > 1 ? "reload" : "default" });
      try {
        return await fetchOnce(file, ask, tap, this.patience, count);
      } catch (fault) {
        if (attempt === TRIES) throw fault instanceof FileFault ? fault : new FileFault("blocked", file.name, fault);
        count(-here);
      }
    }
  }
}

/**
 * What unpacks Zstandard: zstddec's wasm, with the few calls of it that are needed.
 * @param {Bytes} bytes
 * @returns {Promise<Unpack>}
 */
async function unpacker(bytes) {
  const imports = { env: { emscripten_notify_memory_growth: () => {} } };
  const { exports } = await WebAssembly.instantiate(await compile(UNPACKER, bytes), imports);
  const wasm = /** @type {Zstandard} */ (/** @type {unknown} */ (exports));
  /** @type {(place: number, length: number) => Bytes} */
  const at = (place, length) => new Uint8Array(wasm.memory.buffer, place, length); // anew: memory that grew has moved
  return (packed) => {
    const source = wasm.malloc(packed.length);
    at(source, packed.length).set(packed);
    const length = Number(wasm.ZSTD_findDecompressedSize(source, packed.length));
    const target = wasm.malloc(length);
    wasm.ZSTD_decompress(target, length, source, packed.length);
    const unpacked = at(target, length).slice();
    wasm.free(source);
    wasm.free(target);
    return unpacked;
  };
}

/**
 * The extension goes as a module too: compiled here, while Python starts beside.
 * @param {string} name
 * @param {Bytes | WebAssembly.Module} content
 * @param {Deliver} deliver
 */
async function handOver(name, content, deliver) {
  const module = content instanceof Uint8Array && name === EXTENSION && compile(name, content);
  deliver(name, content);
  if (module) deliver(`${name}.module`, await module);
}

/** @type {(name: string, bytes: Bytes) => Promise<WebAssembly.Module>} */
function compile(name, bytes) {
  return WebAssembly.compile(bytes).catch(() => { throw new FileFault("unsupported", name); });
}

/** @type {(file: PythonFile, ask: (signal: AbortSignal) => Promise<Response>, tap: (response: Response) => Response, patience: number, count: (more: number) => void) => Promise<Bytes>} */
async function fetchOnce(file, ask, tap, patience, count) {
  const bytes = new Uint8Array(file.bytes);
  let length = 0;
  await withPatience(patience, file.name, async (signal, alive) => {
    const response = await ask(signal);
    if (!response.ok) throw new FileFault(GONE.includes(response.status) ? "missing" : "blocked", file.name);
    await eachChunk(tap(response), file.name, (chunk) => {
      if (length + chunk.length > bytes.length) throw new FileFault("blocked", file.name); // longer: another file
      bytes.set(chunk, length);
      length += chunk.length;
      count(chunk.length);
      alive();
    });
  });
  const isShort = length < bytes.length;
  if (isShort || await sha256(bytes) !== file.sha256) {
    throw new FileFault(isPage(bytes) ? "blocked" : isShort ? "cut" : "altered", file.name);
  }
  return bytes;
}

/** @type {(response: Response, name: string, take: (chunk: Bytes) => void) => Promise<void>} */
async function eachChunk({ body }, name, take) {
  const reader = body?.getReader();
  if (!reader) throw new FileFault("cut", name);
  const next = () => reader.read().catch(() => { throw new FileFault("cut", name); });
  for (let { done, value } = await next(); value && !done; { done, value } = await next()) take(value);
}

/**
 * Ends the work when `alive` was not called for too long.
 * @template T
 * @param {number} patience
 * @param {string} name
 * @param {(signal: AbortSignal, alive: () => void) => Promise<T>} work
 */
async function withPatience(patience, name, work) {
  const stalled = new AbortController();
  /** @type {Timer} */
  let timer;
  const alive = () => { clearTimeout(timer); timer = setTimeout(() => stalled.abort(), patience); };
  alive();
  try {
    return await work(stalled.signal, alive);
  } catch (fault) {
    throw stalled.signal.aborted ? new FileFault("too-slow", name) : fault;
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Bytes} bytes */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A filter's "this is blocked" page comes in place of the file, with 200 OK.
 * @param {Bytes} bytes
 */
function isPage(bytes) {
  return new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().startsWith("<");
}
