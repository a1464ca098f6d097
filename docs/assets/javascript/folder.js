// The family's folder: one page that holds a family, its forms and one file. What it holds is in this page's memory and in
// the files that somebody saves, and nowhere else.
import { today } from "./asking.js";
import { createConfirm } from "./confirm.js";
import * as examples from "./examples.js";
import { inWords } from "./faults.js";
import { createAsks } from "./folder-asks.js";
import { createBack } from "./folder-back.js";
import { createDesk } from "./folder-desk.js";
import { createFiles } from "./folder-files.js";
import { createHand } from "./folder-hand.js";
import { inWords as dayInWords, isEmpty, plainView, put, unsavedWords, without } from "./folder-model.js";
import { createPerson } from "./folder-people.js";
import { createSeveral } from "./folder-several.js";
import { createSheet } from "./folder-sheet.js";
import { show, showNext as showNextForms } from "./folder-show.js";
import { createTelling } from "./folder-telling.js";
import { holds } from "./held.js";
import { part, parts } from "./parts.js";
import { openTool } from "./tool.js";
import { createUndo } from "./undo.js";

/** @param {Event} event */
const askFirst = (event) => event.preventDefault();
const shownArea = () => document.documentElement.dataset.area ?? "general";

/** @param {HTMLElement} page */
function start(page) {
  const home = part(page, "[data-folder-home]");
  const announced = part(home, "[data-announce]");
  /** @type {Say} */
  const say = (words) => { announced.textContent = words; };
  const tool = openTool(home, undefined, say);
  /** @type {AskFolder} */
  const ask = async (act, args) => {
    await tool.ready();
    return tool.call("folder", { act, ...args });
  };
  const beginning = parts(home, "[data-begin]", HTMLButtonElement);
  /** @type {Record<string, string>} */
  const titles = Object.fromEntries(beginning.map((each) => [each.dataset.begin, each.textContent.trim()]));
  const said = part(home, "[data-folder-said]");
  const unsaved = part(page, "[data-unsaved]");
  const savedSaid = part(page, "[data-saved-said]");
  let viewed = 0;

  /** @type {(words: string, isBad?: boolean) => void} */
  const tell = (words, isBad = false) => {
    said.className = `eh-status ${isBad ? "eh-status--bad" : ""}`;
    said.textContent = words;
    said.hidden = !words;
    say(words);
    if (isBad) said.focus();
  };
  /** @param {unknown} fault */
  const refuse = (fault) => (home.hidden ? told(inWords(fault)) : tell(inWords(fault), true));
  /** @param {Promise<unknown>} work */
  const orRefuse = (work) => void work.catch(refuse);

  // What is shown

  const count = () => {
    const many = desk.unsaved(sheet.standing());
    unsaved.textContent = unsavedWords(many);
    if (many) window.addEventListener("beforeunload", askFirst);
    else window.removeEventListener("beforeunload", askFirst);
  };

  /** @param {View} view */
  const draw = (view) => {
    show(home, view, { change: changePerson, leave: leavePerson, open: openItem, goOn: goOnWith, remove: removeItem });
    if (view.asks) asks.draw(view.asks, view.people.map(({ id }) => id));
  };

  const changed = () => {
    count();
    const mine = ++viewed;
    draw(plainView(desk.folder(), titles));
    hand.changed();
    if (isEmpty(desk.folder())) return asks.drop();
    ask("view", { folder: desk.folder(), today: today() }).then((view) => { if (mine === viewed) draw(view); }, () => {}); // what is drawn already will do
  };

  const desk = createDesk({ ask, about: () => [shownArea(), today()], changed: () => changed() });
  const hand = createHand(home, { desk, ask, say });
  const undo = createUndo({ done: say });
  const confirm = createConfirm(part(home, "[data-confirm]"), () => desk.unsaved(sheet.standing()) > 0);
  /** @type {(form: string, entries: Pair[]) => void} */
  const carry = (form, entries) => {
    closeForm();
    orRefuse(begin(form, entries));
  };
  const openPart = part(page, "[data-open-part]");
  const sheet = createSheet(openPart, { desk, tool, madeWith: page.dataset.madeWith ?? "", area: shownArea, edited: count, carry });

  // People

  const person = createPerson(part(home, "[data-person-place]"), part(page, "template[data-person]", HTMLTemplateElement), {
    keep: (id, answers) => desk.through("person", { id, answers, ids: desk.newIds() }),
    done: () => part(home, "[data-person-add]").focus(),
    refused: (words) => (home.hidden ? told(words) : tell(words, true)),
  });
  part(home, "[data-person-add]").addEventListener("click", () => person.open());
  const several = createSeveral(part(home, "[data-several]", HTMLFormElement), {
    add: (text) => desk.through("people", { text, today: today(), ids: desk.newIds() }),
    say,
  });
  /** @param {string} id */
  const changePerson = (id) => person.open(desk.folder().people.find((each) => each.id === id));

  /** @type {(kind: "people" | "items", id: string, words: string) => void} */
  const offerBack = (kind, id, words) => {
    const before = desk.folder();
    const place = before[kind].findIndex((each) => each.id === id);
    const gone = before[kind][place];
    if (!gone) return;
    desk.set(without(before, id));
    undo.offer(`${words} removed.`, (notice) => part(home, `[data-${kind}]`).after(notice), () => {
      desk.set(put(desk.folder(), kind, /** @type {any} */ (gone), desk.editing(), place));
      return `${words} is back.`;
    }).focus();
    say(`${words} removed. Undo brings it back.`);
  };

  /** @param {string} id */
  const leavePerson = (id) => {
    const member = desk.folder().people.find((each) => each.id === id);
    const spoken = desk.folder().items.filter(({ people }) => Object.values(people).includes(id));
    if (!member) return;
    if (spoken.length) return tell(`${member.name} stays: ${spoken.length === 1 ? "a form speaks" : `${spoken.length} forms speak`} of them. Take the name out there first.`, true);
    offerBack("people", id, member.name);
  };

  // Forms

  const tellKnown = createTelling(openPart, { desk, sheet, say });

  const showHome = (isShown = true) => {
    home.hidden = !isShown;
    if (!isShown) person.drop();
  };

  /** @type {(id: string, entries: Pair[], item?: Item) => Promise<void>} */
  const showForm = async (id, entries, item) => {
    tell("");
    await sheet.open(id, titles[id] ?? id, item);
    const open = sheet.sheet();
    if (!open) return;
    browserBack.guard();
    showNext();
    showHome(false);
    if (entries.length) {
      const missing = open.form.filled(entries);
      if (missing.length) open.form.tell(`${missing.length} of its answers have no place in the form and were left out.`);
    }
  };

  /** @type {(id: string, entries?: Pair[]) => Promise<void>} */
  const begin = async (id, entries) => {
    await showForm(id, entries ?? []);
    const open = sheet.sheet();
    if (entries) return sheet.touch();
    if (open) await tellKnown(open);
  };

  /** @param {string} id */
  const openItem = (id) => {
    const item = desk.folder().items.find((each) => each.id === id);
    if (item) orRefuse(bringOut(item));
  };
  /** @param {string} id */
  const goOnWith = (id) => {
    const item = desk.folder().items.find((each) => each.id === id);
    if (item) orRefuse(bringOut(item, true));
  };

  /** @param {Item} item */
  const bringOut = async (item, isGoneOnWith = false) => {
    const { saved } = item;
    await showForm(saved.form, [], item);
    const open = sheet.sheet();
    if (!open) return;
    const isOurs = "entries" in saved && saved.version === open.form.version;
    const taken = isOurs ? { entries: saved.entries, area: saved.area, message: "" } : await ask("taken", { folder: desk.folder(), item: item.id });
    if (sheet.sheet() !== open) return;
    examples.chooseArea(taken.area);
    const missing = open.form.filled(taken.entries);
    open.form.tell([taken.message || `As it was on ${dayInWords(item.on)}.`, missing.length ? `${missing.length} of its answers have no place in the form and were left out.` : ""].join(" ").trim());
    await tellKnown(open, isGoneOnWith);
  };

  /** @param {string} id */
  const removeItem = (id) => {
    const item = desk.folder().items.find((each) => each.id === id);
    if (item) offerBack("items", id, `${titles[item.saved.form] ?? "The form"}, ${dayInWords(item.on)},`);
  };

  const closeForm = () => {
    const id = sheet.close();
    const known = part(openPart, "[data-known]");
    for (const each of [known, part(openPart, "[data-whom]")]) {
      each.hidden = true;
      each.replaceChildren();
    }
    showHome();
    count();
    if (id && desk.folder().items.some((each) => each.id === id)) orRefuse(settle(id));
    return id;
  };

  // From one form to the next in one press: a new one, or the last of its kind, gone on with.
  const showNext = () => {
    const open = sheet.sheet()?.form.id;
    const last = (/** @type {string} */ id) => desk.folder().items.filter(({ saved, on }) => saved.form === id && "answers" in saved && on < today()).at(-1);
    showNextForms(part(openPart, "[data-next]"), Object.keys(titles).filter((id) => id !== open).map((id) => {
      const item = last(id);
      const go = () => item ? goOnWith(item.id) : orRefuse(begin(id));
      return { title: titles[id] ?? id, isGoneOnWith: Boolean(item), go: () => { closeForm(); go(); } };
    }));
  };

  // Whoever the form names is somebody in the folder.
  /** @param {string} item */
  const settle = async (item) => {
    const reply = await desk.through("laid", { item, ids: desk.newIds() });
    if (reply?.message) tell(reply.message);
    if (!reply) return;
    asks.meet(reply.asks);
    if (reply.questions) asks.lead();
  };

  /** @type {import("./folder-asks.js").Answer} */
  const answer = (way, given) => orRefuse(desk.through("answer", { way, given, ids: desk.newIds() }).then((reply) => reply && tell(reply.message)));
  const asks = createAsks(part(home, "[data-asks-part]"), { answer, open: (item) => openItem(item) });

  for (const each of beginning) each.addEventListener("click", () => orRefuse(begin(each.dataset.begin ?? "")));
  const backToFamily = () => {
    const id = closeForm();
    const row = id && home.querySelector(`[data-row="${id}"]`);
    const back = row ? part(row, "button") : part(home, "h2");
    if (!row) back.tabIndex = -1;
    back.focus();
  };
  for (const each of parts(openPart, "[data-close]")) each.addEventListener("click", backToFamily);
  const browserBack = createBack(() => {
    const wasOpen = sheet.sheet() !== null;
    if (wasOpen) backToFamily();
    return wasOpen;
  });

  // Files

  /** @type {(words: string, isSaved?: boolean) => void} */
  const told = (words, isSaved = false) => {
    (isSaved ? unsaved : savedSaid).textContent = words;
    say(words);
  };
  const files = createFiles(page, { desk, sheet, ask, isReady: tool.isReady, confirm, tell, told, settle, opened: () => { undo.drop(); asks.drop(); }, backHome: () => { if (sheet.sheet()) closeForm(); }, area: shownArea });
  part(home, "[data-insecure]").hidden = window.isSecureContext;
  part(page, "[data-save]").addEventListener("click", () => void files.save().catch((fault) => told(inWords(fault))));
  part(home, "[data-again]").addEventListener("click", () => tool.ready().catch(() => {}));
  document.addEventListener("page:renew", () => tell("Save the folder, then reload this page and open the folder again.", true));

  // Leaving

  holds("the family’s folder, the form that is open in it, its file, and what stands behind Undo", () => {
    sheet.drop();
    sheet.forgetWho();
    person.drop();
    several.drop();
    undo.drop();
    confirm.drop();
    files.drop();
    hand.drop();
    asks.drop();
    for (const name of ["known", "whom"]) part(openPart, `[data-${name}]`).replaceChildren();
    told("");
    tell("");
    desk.empty();
    showHome();
  });
  holds("Python, and what it was asked", () => tool.stop());
  changed();
}

for (const page of parts(document, "[data-folder]")) start(page);
