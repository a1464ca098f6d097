// What this site sends to its own page: checked where that can be, asked for once more past what the browser has kept,
// and when it does not come, why. A site may be newer than a page that was open, or kept, during a deploy.
import { Told } from "./faults.js";

export const REASONS = {
  blocked: "A file that it needs was blocked on the way, perhaps by a filter at school or at work.",
  cut: "The download stopped before it was complete.",
  altered: "A file that it needs was changed on the way, perhaps by a filter or by security software.",
  missing: "A file that it needs is missing from this site. Please tell whoever runs the site: it is FILE.",
  updated: "This site was updated after this page was opened. Reload the page to go on.",
};

class NotHere extends Told {
  constructor({ kind, file, cause }) {
    super(REASONS[kind].replace("FILE", file), { cause });
    Object.assign(this, { kind, file });
  }
}

/** The address of the list of Python's files that this page was made with; its name carries a hash of what it says. */
export const ownList = () => document.querySelector("link[data-manifest]").href;

export async function readList(address) {
  const [, hash] = address.match(/\.([0-9a-f]{12})\.json$/);
  return JSON.parse(await read(address, async (text) => (await sha256(text)).startsWith(hash)));
}

export const readScript = (name) => read(new URL(name, import.meta.url).href);

/** A script that the page loads only when it needs it. */
export function bring(name) {
  const address = new URL(name, import.meta.url).href;
  return import(address).catch(async (cause) => {
    const { kind, file } = await read(address).then(() => ({ kind: "blocked", file: nameOf(address) }), (fault) => fault);
    throw new NotHere(await explained({ kind, file, cause }));
  });
}

/** A missing file may be so because the site is newer than this page: its own address then gives another page. */
export async function explained(reason) {
  if (reason.kind !== "missing") return reason;
  const page = await fetch(location.href, { cache: "no-store" }).then((now) => (now.ok ? now.text() : "")).catch(() => "");
  return page && !page.includes(nameOf(ownList())) ? { ...reason, kind: "updated" } : reason;
}

async function read(address, isRight = () => true) {
  let kind;
  for (const cache of ["default", "reload"]) {
    const response = await fetch(address, { cache }).catch(() => ({}));
    const text = response.ok ? await response.text().catch(() => "") : "";
    if (text && !isPage(text) && await isRight(text)) return text;
    kind = isGone(response) ? "missing" : text && !isPage(text) ? "altered" : "blocked";
  }
  throw new NotHere({ kind, file: nameOf(address) });
}

const isGone = ({ status }) => status === 404 || status === 410;
const isPage = (text) => text.trimStart().startsWith("<"); // a filter's "this is blocked", with 200 OK
const nameOf = (address) => address.split("/").at(-1);

async function sha256(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
