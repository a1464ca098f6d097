// Fetches what Python needs and hands on only what arrived whole: a school's filter, a cut line or a tunnel
// must end in a plain reason, never in silence.

const TRIES = 3;

export class FileFault extends Error {
  /** kind: "blocked", "cut" or "too-slow" */
  constructor(kind, name) {
    super(`${name}: ${kind}`);
    this.kind = kind;
  }
}

/**
 * fetchChecked(file, address, onBytes): the bytes of a file of the manifest ({ name, bytes, sha256 }), whole, or a
 * FileFault after three tries. `onBytes(more)` hears of every chunk; of a negative number when a try is given up.
 * A try is given up when no byte came for `patience` ms.
 */
export function createFetcher(download, patience) {
  return async (file, address, onBytes) => {
    for (let attempt = 1; ; attempt++) {
      let counted = 0;
      const count = (more) => { counted += more; onBytes(more); };
      try {
        return await fetchOnce(file, (signal) => download(address, { signal, cache: attempt > 1 ? "reload" : "default" }), patience, count);
      } catch (fault) {
        if (attempt === TRIES) throw fault instanceof FileFault ? fault : new FileFault("blocked", file.name);
        onBytes(-counted);
      }
    }
  };
}

async function fetchOnce(file, download, patience, onBytes) {
  const bytes = new Uint8Array(file.bytes);
  let length = 0;
  const take = (chunk) => {
    if (length + chunk.length > bytes.length) throw new FileFault("blocked", file.name); // a longer file is another file
    bytes.set(chunk, length);
    length += chunk.length;
    onBytes(chunk.length);
  };
  await withPatience(patience, file.name, async (signal, alive) => {
    const response = await download(signal);
    if (!response.ok) throw new FileFault("blocked", file.name);
    await eachChunk(response.body.getReader(), file.name, (chunk) => { take(chunk); alive(); });
  });
  if (length < bytes.length || await sha256(bytes) !== file.sha256) throw new FileFault(isPage(bytes) ? "blocked" : "cut", file.name);
  return bytes;
}

async function eachChunk(reader, name, take) {
  const next = () => reader.read().catch(() => { throw new FileFault("cut", name); });
  for (let { done, value } = await next(); !done; { done, value } = await next()) take(value);
}

/** Ends the work when `alive` was not called for too long. */
async function withPatience(patience, name, work) {
  const stalled = new AbortController();
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

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A filter's "this is blocked" page comes in place of the file, with 200 OK. */
function isPage(bytes) {
  return new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().startsWith("<");
}
