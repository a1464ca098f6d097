// What this site sends to its own page: checked where that can be, asked for once more past what the browser has kept,
// and when it does not come, why. A site may be newer than a page that was open, or kept, during a deploy.
import { Told } from "./faults.js";
import { part } from "./parts.js";

/** @type {Record<string, string>} */
export const REASONS = {
  blocked: "A file that it needs was blocked on the way, perhaps by a filter at school or at work.",
  cut: "The download stopped before it was complete.",
  altered: "A file that it needs was changed on the way, perhaps by a filter or by security software.",
  missing: "A file that it needs is missing from this site. Please tell whoever runs the site: it is FILE.",
  updated: "This site was updated after this page was opened. Reload the page to go on.",
};

class NotHere extends Told {
  /** @param {Reason} reason */
  constructor({ kind, file = "", cause }) {
    super(REASONS[kind]?.replace("FILE", file), { cause });
    this.kind = kind;
    this.file = file;
  }
}

/** The address of the list of Python's files that this page was made with; its name carries a hash of what it says. */
export const ownList = () => part(document, "link[data-manifest]", HTMLLinkElement).href;

/**
 * @param {string} address
 * @returns {Promise<Manifest>}
 */
export async function readList(address) {
  const hash = address.slice(-"0123456789ab.json".length, -".json".length);
  return JSON.parse(await read(address, async (text) => (await sha256(text)).startsWith(hash)));
}

/** @param {string} name */
export const readScript = (name) => read(new URL(name, import.meta.url).href);

/**
 * A script that the page loads only when it needs it.
 * @param {string} name
 */
export async function bring(name) {
  const address = new URL(name, import.meta.url).href;
  try {
    return await import(address);
  } catch (cause) {
    const { kind, file } = await read(address).then(() => ({ kind: "blocked", file: nameOf(address) }), (fault) => fault);
    // biome-ignore lint/style/useErrorCause: NotHere hands it on
    throw new NotHere(await explained({ kind, file, cause }));
  }
}

/**
 * A missing file may be so because the site is newer than this page: its own address then gives another page.
 * @param {Reason} reason
 * @returns {Promise<Reason>}
 */
export async function explained(reason) {
  if (reason.kind !== "missing") return reason;
  const page = await fetch(location.href, { cache: "no-store" }).then((now) => (now.ok ? now.text() : "")).catch(() => "");
  return page && !page.includes(nameOf(ownList())) ? { ...reason, kind: "updated" } : reason;
}

/** @type {(address: string, isRight?: (text: string) => boolean | Promise<boolean>) => Promise<string>} */
async function read(address, isRight = () => true) {
  let kind = "blocked";
  for (const cache of /** @type {const} */ (["default", "reload"])) {
    const response = await fetch(address, { cache }).catch(() => null);
    const text = response?.ok ? await response.text().catch(() => "") : "";
    if (text && !isPage(text) && await isRight(text)) return text;
    kind = isGone(response) ? "missing" : text && !isPage(text) ? "altered" : "blocked";
  }
  throw new NotHere({ kind, file: nameOf(address) });
}

/** @param {Response | null} response */
const isGone = (response) => response?.status === 404 || response?.status === 410;
/** @param {string} text */
const isPage = (text) => text.trimStart().startsWith("<"); // a filter's "this is blocked", with 200 OK
/** @param {string} address */
const nameOf = (address) => address.split("/").at(-1) ?? "";

/** @param {string} text */
async function sha256(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
