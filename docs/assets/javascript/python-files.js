// Fetches what Python needs and hands on only what arrived whole: a school's filter, a cut line or a tunnel
// must end in a plain reason, never in silence.

const TRIES = 3
const STALL = 15_000 // ms without a single byte

export class FileFault extends Error {
  /** kind: "blocked", "cut" or "too-slow" */
  constructor(kind, name) {
    super(`${name}: ${kind}`)
    this.kind = kind
  }
}

/**
 * The bytes of one file of the manifest ({name, bytes, sha256}), checked; raises FileFault after three tries.
 * `onBytes(more)` hears of every chunk, and of a negative number when a try is given up.
 */
export async function fetchChecked(file, address, download, onBytes) {
  for (let attempt = 1; ; attempt++) {
    let counted = 0
    const count = (more) => { counted += more; onBytes(more) }
    try {
      return await fetchOnce(file, (signal) => download(address, { signal, cache: attempt > 1 ? "reload" : "default" }), count)
    } catch (fault) {
      onBytes(-counted)
      if (attempt === TRIES) throw fault instanceof FileFault ? fault : new FileFault(counted ? "cut" : "blocked", file.name)
    }
  }
}

async function fetchOnce(file, download, onBytes) {
  const bytes = new Uint8Array(file.bytes)
  let length = 0
  await withinPatience(file.name, async (signal, alive) => {
    const response = await download(signal)
    if (!response.ok) throw new FileFault("blocked", file.name)
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read()
      if (done) return
      if (length + value.length > file.bytes) throw new FileFault("blocked", file.name)
      bytes.set(value, length)
      length += value.length
      onBytes(value.length)
      alive()
    }
  })
  if (await sha256(bytes) !== file.sha256) throw new FileFault(isPage(bytes) ? "blocked" : "cut", file.name)
  return bytes
}

/** Ends the work when `alive` was not called for too long. */
async function withinPatience(name, work) {
  const stalled = new AbortController()
  let timer
  const alive = () => { clearTimeout(timer); timer = setTimeout(() => stalled.abort(), STALL) }
  alive()
  try {
    return await work(stalled.signal, alive)
  } catch (fault) {
    throw stalled.signal.aborted ? new FileFault("too-slow", name) : fault
  } finally {
    clearTimeout(timer)
  }
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** A filter's "this was blocked" page comes in place of the file, with 200 OK. */
function isPage(bytes) {
  return new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().startsWith("<")
}
