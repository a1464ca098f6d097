// Signatures drawn on the screen, kept in a hidden answer as "12,40 13,42|50,60": lines of points in a box of 500 by 200.
import { bring } from "./arrival.js";
import { inWords } from "./faults.js";
import { holds } from "./held.js";
import { around, element, part, parts } from "./parts.js";

/** @typedef {import("signature_pad").default} Pad */
/** @typedef {ReturnType<Pad["toData"]>} Lines */
/** @typedef {{ show: () => void, wipe: () => void, empty: () => void }} Box */

const LIBRARY = "./vendor/signature_pad.js";
const WIDTH = 500;
const HEIGHT = 200;
const LONGEST = 9_000; // letters; Python takes 10,000
const MOST = 100; // of how many points one is kept, at worst
const SHORTEST = 50; // of all lines together; Python counts less as not signed
const INK = { minWidth: 1.5, maxWidth: 3, penColor: "#1d2b2f" };

/**
 * Makes each box ready when it is first come near, and shows what an opened file holds.
 * @param {HTMLFormElement} form
 * @param {AbortSignal} [signal]
 */
export function start(form, signal) {
  /** @type {WeakMap<HTMLElement, Promise<Box>>} */
  const pads = new WeakMap();
  const boxes = () => parts(form, "[data-signature]");

  /** @type {(box: HTMLElement, use?: (opened: Box) => void) => Promise<void>} */
  const ready = async (box, use = () => {}) => {
    const opening = pads.get(box) ?? open(box, form);
    pads.set(box, opening);
    try {
      use(await opening);
      complain(box, "");
    } catch (fault) {
      pads.delete(box); // it is tried again when the box is come near again
      complain(box, `There is no box to sign in here. ${inWords(fault)} Print the form, and sign it on paper.`);
    }
  };

  /** @param {Event} event */
  const near = ({ target }) => {
    const box = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-signature]"));
    if (box) void ready(box);
  };
  for (const event of ["pointerover", "focusin"]) form.addEventListener(event, near);
  form.addEventListener("toggle", ({ target }) => {
    for (const box of parts(/** @type {Element} */ (target), "[data-signature]")) if (isSeen(box)) void ready(box);
  }, true);
  form.addEventListener("click", ({ target }) => {
    const wiped = /** @type {Element} */ (target).closest("[data-wipe]");
    if (wiped) void ready(around(wiped, "[data-signature]"), ({ wipe }) => wipe());
  });
  holds("signatures", () => {
    for (const box of boxes()) if (pads.has(box)) void ready(box, ({ empty }) => empty());
  }, signal);
  form.addEventListener("filled", () => {
    for (const box of boxes()) if (pads.has(box) || answer(box).value) void ready(box, ({ show }) => show());
  });
}

/** @type {(box: HTMLElement, words: string) => void} */
function complain(box, words) {
  const id = `${answer(box).name}-no-pad`;
  document.getElementById(id)?.remove();
  if (words) box.append(element("p", { id, className: "eh-error", role: "alert", textContent: words }));
}

/** @param {HTMLElement} box */
const isSeen = (box) => !box.closest("details:not([open])");
/** @param {HTMLElement} box */
const answer = (box) => part(box, "input[type=hidden]", HTMLInputElement);

/** @type {(box: HTMLElement, form: HTMLFormElement) => Promise<Box>} */
async function open(box, form) {
  const { default: SignaturePad } = await bring(LIBRARY);
  const canvas = part(box, "[data-pad]", HTMLCanvasElement);
  /** @type {Pad} */
  const pad = new SignaturePad(canvas, { ...INK, backgroundColor: "#ffffff" });

  const say = () => canvas.setAttribute("aria-label", told(pad, WIDTH / canvas.clientWidth));
  const show = () => {
    if (!canvas.clientWidth) return; // in a closed section
    fit(canvas);
    const drawn = read(answer(box).value, canvas.clientWidth / WIDTH);
    pad.fromData(/** @type {Lines} */ (/** @type {unknown} */ (drawn)), { clear: true }); // what is left out is as in the pad
    say();
  };
  const keep = () => {
    answer(box).value = written(pad.toData(), WIDTH / canvas.clientWidth);
    say();
    form.dispatchEvent(new Event("input"));
  };
  const empty = () => {
    pad.clear(); // in a closed section too
    say();
  };
  const wipe = () => {
    pad.clear();
    keep();
  };

  new ResizeObserver(show).observe(canvas);
  show();
  pad.addEventListener("endStroke", keep);
  return { show, wipe, empty };
}

/**
 * What the box holds: a dot or a slip of the finger is no signature.
 * @param {Pad} pad
 * @param {number} scale
 */
function told(pad, scale) {
  if (pad.isEmpty()) return "Not signed yet";
  return length(pad.toData()) * scale < SHORTEST ? "Not signed yet: this is only a dot. Sign across the box" : "Signed";
}

/** @typedef {{ x: number, y: number }} Place */
/** @type {(to: Place, from?: Place) => number} */
const distance = (to, from = to) => Math.hypot(to.x - from.x, to.y - from.y);
/** @param {{ points: Place[] }[]} lines */
export const length = (lines) =>
  lines.flatMap(({ points }) => points.slice(1).map((to, at) => distance(to, points[at]))).reduce((all, each) => all + each, 0);

/**
 * As many dots as the screen has, however wide the box is.
 * @param {HTMLCanvasElement} canvas
 */
function fit(canvas) {
  const ratio = Math.max(window.devicePixelRatio || 1, 1);
  canvas.width = canvas.clientWidth * ratio;
  canvas.height = canvas.clientHeight * ratio;
  canvas.getContext("2d")?.scale(ratio, ratio);
}

/**
 * Lines as an answer, with fewer points where they are too many for one.
 * @param {{ points: Place[] }[]} lines
 * @param {number} scale
 */
export function written(lines, scale) {
  for (let every = 1; ; every += 1) {
    const kept = lines.map(({ points }) => points.filter((_, at) => at % every === 0 || at === points.length - 1));
    const text = kept.map((points) => points.map((at) => pair(at, scale)).join(" ")).join("|");
    if (text.length <= LONGEST || every > MOST) return text;
  }
}

/** @type {(number: number, most: number) => number} */
const within = (number, most) => Math.min(Math.max(Math.round(number), 0), most);
/** @type {(place: Place, scale: number) => string} */
const pair = ({ x, y }, scale) => `${within(x * scale, WIDTH)},${within(y * scale, HEIGHT)}`;

/**
 * What `written` wrote, as lines.
 * @param {string} text
 * @param {number} scale
 */
export function read(text, scale) {
  const lines = text.split("|").filter(Boolean);
  return lines.map((line) => ({ ...INK, points: line.split(" ").map((each, at) => point(each, at, scale)) }));
}

/** @type {(text: string, at: number, scale: number) => { x: number, y: number, pressure: number, time: number }} */
function point(text, at, scale) {
  const [x = 0, y = 0] = text.split(",").map((number) => Number(number) * scale);
  return { x, y, pressure: 0.5, time: at * 20 };
}
