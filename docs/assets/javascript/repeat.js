// Groups that can be answered more than once: "Add another" and "Remove".
// An item's place is in the names and ids within it (`actions.0.who`), so every change numbers the items anew.

const items = (repeat) => [...repeat.querySelectorAll(":scope > [data-item]")];
export const isFilled = (item) => [...item.querySelectorAll("input:not([data-made]), select, textarea")].some(hasAnswer);
const hasAnswer = (control) =>
  control.matches("[type=radio], [type=checkbox]") ? control.checked && control.value : control.value.trim();

/** `undo` is createUndo's. */
export function start(form, { say, undo }) {
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-add], [data-remove]");
    if (!button) return;
    const repeat = button.closest("[data-repeat]");
    if (button.matches("[data-add]")) add(repeat).querySelector("input, select, textarea").focus();
    else remove(repeat, button.closest("[data-item]"), { say, undo });
    form.dispatchEvent(new Event("input"));
  });
}

function add(repeat) {
  const template = repeat.querySelector(":scope > template");
  const item = template.content.firstElementChild.cloneNode(true);
  template.before(item);
  number(repeat);
  return item;
}

function remove(repeat, item, { say, undo }) {
  const name = item.querySelector("legend").textContent.trim();
  const place = items(repeat).indexOf(item);
  const next = item.nextElementSibling;
  item.remove();
  number(repeat);
  undo.offer(`${name} removed.`, (notice) => next.before(notice), () => {
    putBack(repeat, item, place);
    item.querySelector(":scope > [data-remove]").focus();
    return `${name} is back.`;
  }).focus();
  say(`${name} removed. Undo brings it back.`);
}

// Two groups of radio buttons of one name would be one group, and lose a tick: so those after it make room first.
function putBack(repeat, item, place) {
  const { [place]: next = repeat.querySelector(":scope > template") } = items(repeat);
  rename(item, `${repeat.dataset.repeat}.${item.dataset.item}.`, `${repeat.dataset.repeat}.back.`);
  item.dataset.item = "back";
  next.before(item);
  number(repeat, { lastFirst: true });
}

function number(repeat, { lastFirst = false } = {}) {
  const numbered = items(repeat).map((item, place) => [item, place]);
  for (const [item, place] of lastFirst ? numbered.reverse() : numbered) {
    if (item.dataset.item === String(place)) continue; // a plan of 200 actions would be gone through 200 times
    rename(item, `${repeat.dataset.repeat}.${item.dataset.item}.`, `${repeat.dataset.repeat}.${place}.`);
    item.dataset.item = place;
    for (const shown of item.querySelectorAll("[data-number]")) {
      if (shown.closest("[data-item]") === item) shown.textContent = place + 1;
    }
  }
}

function rename(within, before, after) {
  const renamed = (word) => (word.startsWith(before) ? after + word.slice(before.length) : word);
  for (const element of within.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes(before)) attribute.value = attribute.value.split(" ").map(renamed).join(" ");
    }
    if (element.content) rename(element.content, before, after);
  }
}

/** Adds items until the form has the one that `name` speaks of. */
export function grow(form, name) {
  for (const [base, place] of steps(name)) {
    const repeat = form.querySelector(`[data-repeat="${CSS.escape(base)}"]`);
    while (repeat && items(repeat).length <= place) add(repeat);
  }
}

/** An item to fill: the first that is empty, or one more. */
export function spare(form, group) {
  const repeat = form.querySelector(`[data-repeat="${CSS.escape(group)}"]`);
  return items(repeat).find((item) => !isFilled(item)) ?? add(repeat);
}

/** Back to one item in each group, as the page began. */
export function shrink(form) {
  for (const repeat of form.querySelectorAll("[data-repeat]")) {
    for (const item of items(repeat).slice(1)) item.remove();
  }
}

/** Where an answer's path is on the page. Python does not count items left empty; the page does. */
export function pagePath(form, path) {
  let found = path;
  for (const [base, place] of steps(path)) {
    const onPage = found.slice(0, base.length);
    const repeat = form.querySelector(`[data-repeat="${CSS.escape(onPage)}"]`);
    const item = repeat && items(repeat).filter(isFilled)[place];
    if (item) found = `${onPage}.${item.dataset.item}${found.slice(`${base}.${place}`.length)}`;
  }
  return found;
}

// `a.0.b.2.c` as ["a", 0] and ["a.0.b", 2]
function steps(name) {
  const parts = name.split(".");
  return parts.flatMap((part, at) => (/^\d+$/.test(part) ? [[parts.slice(0, at).join("."), Number(part)]] : []));
}
