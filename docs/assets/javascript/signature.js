// Signatures drawn on the screen, kept in a hidden answer as "12,40 13,42|50,60": lines of points in a box of 500 by 200.

import { holds } from "./held.js";

const LIBRARY = "./vendor/signature_pad.js";
const [WIDTH, HEIGHT] = [500, 200];
const LONGEST = 9_000; // letters; Python takes 10,000
const MOST = 100; // of how many points one is kept, at worst
const SHORTEST = 50; // of all lines together; Python counts less as not signed
const INK = { minWidth: 1.5, maxWidth: 3, penColor: "#1d2b2f" };

/** Makes each box ready when it is first come near, and shows what an opened file holds. */
export function start(form) {
  const pads = new WeakMap();

  const ready = async (box) => {
    if (!pads.has(box)) pads.set(box, open(box, form));
    return pads.get(box);
  };

  const near = ({ target }) => {
    const box = target.closest?.("[data-signature]");
    if (box) ready(box);
  };
  for (const event of ["pointerover", "focusin"]) form.addEventListener(event, near);
  form.addEventListener("toggle", ({ target }) => [...target.querySelectorAll("[data-signature]")].filter(isSeen).forEach(ready), true);
  form.addEventListener("click", async ({ target }) => {
    const box = target.closest("[data-signature]");
    if (box && target.closest("[data-wipe]")) (await ready(box)).wipe();
  });
  holds("signatures", async () => {
    const drawn = [...form.querySelectorAll("[data-signature]")].filter((box) => pads.has(box));
    for (const box of drawn) (await ready(box)).empty();
  });
  form.addEventListener("filled", async () => {
    for (const box of form.querySelectorAll("[data-signature]")) {
      if (pads.has(box) || answer(box).value) (await ready(box)).show();
    }
  });
}

const isSeen = (box) => !box.closest("details:not([open])");
const answer = (box) => box.querySelector("input[type=hidden]");

async function open(box, form) {
  const { default: SignaturePad } = await import(LIBRARY);
  const canvas = box.querySelector("[data-pad]");
  const pad = new SignaturePad(canvas, { ...INK, backgroundColor: "#ffffff" });

  const say = () => canvas.setAttribute("aria-label", told(pad, WIDTH / canvas.clientWidth));
  const show = () => {
    if (!canvas.clientWidth) return; // in a closed section
    fit(canvas);
    pad.fromData(read(answer(box).value, canvas.clientWidth / WIDTH), { clear: true });
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

/** What the box holds: a dot or a slip of the finger is no signature. */
function told(pad, scale) {
  if (pad.isEmpty()) return "Not signed yet";
  return length(pad.toData()) * scale < SHORTEST ? "Not signed yet: this is only a dot. Sign across the box" : "Signed";
}

const length = (lines) => lines.flatMap(({ points }) => points.slice(1).map((to, at) => Math.hypot(to.x - points[at].x, to.y - points[at].y))).reduce((all, each) => all + each, 0);

/** As many dots as the screen has, however wide the box is. */
function fit(canvas) {
  const ratio = Math.max(window.devicePixelRatio || 1, 1);
  canvas.width = canvas.clientWidth * ratio;
  canvas.height = canvas.clientHeight * ratio;
  canvas.getContext("2d").scale(ratio, ratio);
}

function written(lines, scale) {
  for (let every = 1; ; every += 1) {
    const kept = lines.map(({ points }) => points.filter((_, at) => at % every === 0 || at === points.length - 1));
    const text = kept.map((points) => points.map((at) => pair(at, scale)).join(" ")).join("|");
    if (text.length <= LONGEST || every > MOST) return text;
  }
}

const within = (number, most) => Math.min(Math.max(Math.round(number), 0), most);
const pair = ({ x, y }, scale) => `${within(x * scale, WIDTH)},${within(y * scale, HEIGHT)}`;

function read(text, scale) {
  const lines = text.split("|").filter(Boolean);
  return lines.map((line) => ({ ...INK, points: line.split(" ").map((each, at) => point(each, at, scale)) }));
}

function point(text, at, scale) {
  const [x, y] = text.split(",").map((number) => Number(number) * scale);
  return { x, y, pressure: 0.5, time: at * 20 };
}
