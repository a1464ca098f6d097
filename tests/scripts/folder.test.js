import { all, formOf, press, $ } from "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { createChoices } from "../../docs/assets/javascript/folder-choices.js";
import { createDesk } from "../../docs/assets/javascript/folder-desk.js";
import { bySource, lacking } from "../../docs/assets/javascript/folder-known.js";
import { changedAnswers, changes, copyName, fileName, fresh, isEmpty, isSame, newId, plainView, put, unsavedWords, without, written } from "../../docs/assets/javascript/folder-model.js";
import { pairs } from "../../docs/assets/javascript/folder-people.js";
import { fault } from "../../docs/assets/javascript/folder-passphrase.js";
import { intoFile, seenIn } from "../../docs/assets/javascript/folder-save.js";

const SAVED = { kind: "early-help-form", form: "scaling", version: 2, area: "kent", saved: "2026-09-08", made_with: "1", state: "unfinished", entries: [["goal", "Sleep"]] };
const item = (id, more = {}) => ({ id, by: "Jo", on: "2026-09-08", for_whom: "team", people: {}, saved: SAVED, ...more });
const empty = () => fresh("kent", "2026-09-08");

test("a folder begins empty, for the area and the day, and with an id of its own", () => {
  const folder = empty();
  assert.deepEqual({ ...folder, id: "" }, { kind: "early-help-folder", version: 1, id: "", area: "kent", saved: "2026-09-08", seen: {}, people: [], items: [] });
  assert.match(folder.id, /^f-[0-9a-f]{20}$/);
  assert.ok(isEmpty(folder));
  assert.notEqual(newId("i"), newId("i"));
});

test("each change has a dot: the session, and which change of that session it was", () => {
  const once = put(empty(), "items", item("i-1"), "r-a");
  const twice = put(once, "items", item("i-2"), "r-a");
  const again = put(twice, "items", item("i-1", { by: "Sam" }), "r-b");
  assert.deepEqual(again.seen, { "r-a": 2, "r-b": 1 });
  assert.deepEqual(again.items.map(({ id, dot, by }) => [id, dot, by]), [["i-1", ["r-b", 1], "Sam"], ["i-2", ["r-a", 2], "Jo"]]);
  assert.deepEqual(once.items.length, 1, "a folder is never changed in place");
});

test("what is taken out is remembered in what was seen, and comes back where it was, as a new change", () => {
  const two = put(put(empty(), "items", item("i-1"), "r-a"), "items", item("i-2"), "r-a");
  const one = without(two, "i-1");
  assert.deepEqual([one.items.map(({ id }) => id), one.seen], [["i-2"], { "r-a": 2 }]);
  const back = put(one, "items", two.items[0], "r-a", 0);
  assert.deepEqual(back.items.map(({ id, dot }) => [id, dot]), [["i-1", ["r-a", 3]], ["i-2", ["r-a", 2]]]);
});

test("changes are counted by what changed, not by how often", () => {
  const opened = put(empty(), "items", item("i-1"), "r-a");
  const typed = put(put(opened, "items", item("i-1", { by: "A" }), "r-b"), "items", item("i-1", { by: "B" }), "r-b");
  assert.deepEqual([...changes(opened, opened)], []);
  assert.deepEqual([...changes(opened, typed)], ["i-1"]);
  assert.deepEqual([...changes(opened, without(opened, "i-1"))], ["i-1"], "what is gone is a change too");
  assert.deepEqual([unsavedWords(0), unsavedWords(1), unsavedWords(3)], ["No unsaved changes", "1 unsaved change", "3 unsaved changes"]);
});

test("a file's name says what and when, sorts, and names nobody", () => {
  assert.equal(fileName(new Date(2026, 8, 8, 9, 5)), "early-help-folder-2026-09-08-0905.json");
  assert.equal(copyName(new Date(2026, 8, 8, 9, 5), "pdf"), "early-help-copy-2026-09-08-0905.pdf");
  assert.ok(fileName(new Date(2026, 8, 8, 9, 5)) < fileName(new Date(2026, 8, 8, 14, 0)));
});

test("until Python says more, the newest form stands first, by its title", () => {
  const folder = put(put(empty(), "items", item("i-1"), "r-a"), "items", item("i-2", { on: "2026-10-20" }), "r-a");
  const { items } = plainView(folder, { scaling: "Scaling" });
  assert.deepEqual(items.map(({ id, title, state }) => [id, title, state]), [["i-2", "Scaling", "unfinished"], ["i-1", "Scaling", "unfinished"]]);
});

test("a person fills the page as any form is filled", () => {
  const ella = { id: "p-1", dot: ["r-a", 1], name: "Ella", who: "child", born: "2018-05-12", age: null, home: "", private: ["home", "born"] };
  assert.deepEqual(pairs(ella), [["name", "Ella"], ["who", "child"], ["born", "2018-05-12"], ["private", "home"], ["private", "born"]]);
});

test("what is known is told by where it is from", () => {
  const came = [{ path: "a", label: "A", value: "1", source: "the scaling" }, { path: "b", label: "B", value: "2", source: "the plan" }, { path: "c", label: "C", value: "3", source: "the scaling" }];
  assert.deepEqual(bySource(came).map(([source, those]) => [source, those.length]), [["the scaling", 2], ["the plan", 1]]);
});

// A file handle as the browser has it.
function handleOf(text) {
  const held = { text };
  return {
    held,
    getFile: async () => new File([held.text], "family.json"),
    createWritable: async () => ({ write: async (words) => { held.text = words; }, close: async () => {} }),
  };
}

test("a file that is as it was opened is written; one that somebody changed is handed back, and not", async () => {
  const opened = put(empty(), "items", item("i-1"), "r-a");
  const mine = put(opened, "items", item("i-2"), "r-b");
  const theirs = put(opened, "items", item("i-3"), "r-c");
  const handle = handleOf(written(opened));
  assert.equal(await intoFile(handle, written(mine), opened.seen), null);
  assert.equal(handle.held.text, written(mine));
  handle.held.text = written(theirs);
  const other = await intoFile(handle, written(mine), mine.seen);
  assert.equal(other, written(theirs));
  assert.equal(handle.held.text, written(theirs));
  handle.held.text = "no folder any more";
  assert.ok(await intoFile(handle, written(mine), mine.seen));
  assert.equal(handle.held.text, "no folder any more");
});

test("a new file is written without a look at what it held", async () => {
  const handle = handleOf("");
  assert.equal(await intoFile(handle, written(empty()), null), null);
  assert.ok(isSame(seenIn(handle.held.text), {}));
});

const deskWith = (ask) => createDesk({ ask, about: () => ["kent", "2026-09-08"], changed: () => {} });

test("what is changed while Python works on the folder is not lost: Python is asked anew", async () => {
  const asked = [];
  const desk = deskWith(async (_act, { folder, session }) => {
    asked.push(folder.items.length);
    if (asked.length === 1) desk.set(put(desk.folder(), "items", item("i-2"), session));
    return { folder: put(folder, "people", { id: `p-${asked.length}`, name: "Ella" }, session) };
  });
  desk.set(put(desk.folder(), "items", item("i-1"), desk.editing()));
  await desk.through("laid", { item: "i-1" });
  assert.deepEqual(asked, [1, 2]);
  assert.deepEqual([desk.folder().items.length, desk.folder().people.map(({ id }) => id)], [2, ["p-2"]]);
});

test("a reply about a folder that was put away changes nothing", async () => {
  let answer;
  const desk = deskWith((_act, { folder }) => new Promise((resolve) => { answer = () => resolve({ folder: put(folder, "people", { id: "p-1", name: "Ella" }, "r-a") }); }));
  const asking = desk.through("laid", {});
  desk.empty();
  answer();
  assert.equal(await asking, null);
  assert.ok(isEmpty(desk.folder()));
});

test("a folder that was opened has nothing unsaved; one that was made of a form has all of it", () => {
  const desk = deskWith(async () => ({}));
  const other = put(put(empty(), "items", item("i-1"), "r-a"), "people", { id: "p-1", name: "Ella" }, "r-a");
  desk.lieDown(other);
  assert.equal(desk.unsaved(), 0);
  assert.equal(desk.unsaved({ id: "i-9", pairs: [["goal", "Rest"]] }), 1);
  assert.equal(desk.unsaved({ id: "i-1", pairs: [["goal", "Rest"]] }), 1);
  desk.lieDown(other, false);
  assert.equal(desk.unsaved({ id: "i-1", pairs: [["goal", "Rest"]] }), 2);
  desk.keep(desk.folder());
  assert.equal(desk.unsaved(), 0);
});

const PLACE = `<section hidden><h2 tabindex="-1">Differ</h2><div data-choices-ways></div><div data-choices></div><p data-choices-missing hidden></p>
<button type="button" data-choices-done></button><button type="button" data-choices-not></button></section>`;
const ELLA = { id: "p-1", title: "Ella", mine: { by: "", on: "" }, theirs: { by: "Sam", on: "9 September 2026" }, answers: [{ path: "who", label: "Who are they?", mine: "Child", theirs: "" }, { path: "home", label: "Home", mine: "A", theirs: "B" }] };
const GONE = { id: "i-1", title: "the scaling", mine: { by: "Jo", on: "8 September 2026" }, theirs: null, answers: [] };

test("every difference asks for a side, with who and when, and all of them have to be chosen", async () => {
  formOf(PLACE);
  const choices = createChoices($("section"));
  const asking = choices.ask([ELLA, GONE]);
  assert.deepEqual(all("[data-choices] label").map((each) => each.textContent), [
    "Here: Child", "The other copy (Sam, 9 September 2026): nothing", "Here: A", "The other copy (Sam, 9 September 2026): B",
    "Here (Jo, 8 September 2026): keep it", "The other copy: remove it here too",
  ]);
  all("[data-choices] input")[1].checked = true;
  press($("[data-choices-done]"));
  assert.equal($("[data-choices-missing]").hidden, false);
  all("[data-choices] input")[2].checked = true;
  all("[data-choices] input")[4].checked = true;
  press($("[data-choices-done]"));
  assert.deepEqual(await asking, { "p-1": { who: "theirs", home: "mine" }, "i-1": { "": "mine" } });
  assert.equal(all("[data-choices] *").length, 0, "nothing of them stays on the page");
});

const SAM = { id: "o-1", is: "p-1", name: "Sam", here: "Child", there: "" };

test("of two folders begun apart it is asked whose the other is and who is who, and nobody is one person by itself", async () => {
  formOf(PLACE);
  const choices = createChoices($("section"));
  const whose = choices.askWhose();
  assert.match($("[data-choices]").textContent, /Whose is it\?The same family’s: .*Another family’s: /);
  assert.equal(all("[data-choices] input:checked").length, 0);
  all("[data-choices] input")[0].checked = true;
  press($("[data-choices-done]"));
  assert.equal(await whose, "theirs");
  const who = choices.askWho([SAM, { ...SAM, id: "o-2", is: "p-2" }]);
  assert.equal($("h2").textContent, "Who is who?");
  assert.equal($("[data-choices-ways]").hidden, true);
  assert.match(all("[data-choices] label")[0].textContent, /^The same person: Child; in the file: nothing$/);
  press($("[data-choices-done]"));
  assert.equal($("[data-choices-missing]").hidden, false, "two people of one name are not one until somebody says so");
  all("[data-choices] input")[0].checked = true;
  all("[data-choices] input")[3].checked = true;
  press($("[data-choices-done]"));
  assert.deepEqual(await who, { "o-1": "p-1" });
});

test("whoever leaves the choice for later has chosen nothing", async () => {
  formOf(PLACE);
  const choices = createChoices($("section"));
  const asking = choices.ask([GONE]);
  choices.drop();
  assert.equal(await asking, null);
});

test("a passphrase is long enough, typed twice, and taken by one who knows that it cannot be got back", () => {
  const phrase = "walnut lantern ferry";
  assert.match(fault("short", "short", true), /at least 12/);
  assert.match(fault(phrase, "walnut lantern berry", true), /not the same/);
  assert.match(fault(phrase, phrase, false), /cannot be got back/);
  assert.equal(fault(phrase, phrase, true), "");
});

test("what is not saved is counted answer by answer: of what is new, changed or gone, in the form that is open too", () => {
  const entries = [["goal", "Sleep"], ["age", "primary"], ["age", "teens"], ["actions.0.what", "Rings"], ["actions.0.id", "a-1"]];
  const begun = put(empty(), "items", item("i-1", { saved: { ...SAVED, entries } }), "r-a");
  assert.equal(changedAnswers(empty(), begun, null), 3, "boxes that are ticked are one answer, and what the page writes is none");
  const stands = [["goal", "Sleep well"], ["age", "teens"], ["actions.0.what", "Rings"], ["when", "Monday"]];
  assert.equal(changedAnswers(begun, begun, { id: "i-1", pairs: stands }), 3);
  assert.equal(changedAnswers(begun, begun, { id: "i-2", pairs: stands }), 4, "a form that is not in the folder yet");
  assert.equal(changedAnswers(begun, without(begun, "i-1"), null), 1);
  const bySam = put(begun, "items", { ...begun.items[0], by: "Sam" }, "r-a");
  assert.equal(changedAnswers(begun, bySam, null), 1);
  const ella = put(begun, "people", { id: "p-1", name: "Ella", born: "2018-05-04" }, "r-a");
  assert.equal(changedAnswers(begun, ella, null), 2);
  assert.equal(changedAnswers(ella, put(ella, "people", { id: "p-1", name: "Ella", born: "2018-05-05", private: ["home"] }, "r-a"), null), 2);
});

test("a form begins with the folder as it is once everything that was pressed before is in it", async () => {
  let answer = () => {};
  const heard = new Promise((resolve) => { answer = resolve; });
  const asked = [];
  const ask = (act, { folder, ids }) => {
    asked.push([act, folder.people.length]);
    return act === "person" ? heard.then(() => ({ folder: put(folder, "people", { id: ids[0], name: "Ella" }, "r-a") })) : Promise.resolve({ came: [] });
  };
  const desk = createDesk({ ask, about: () => ["kent", "2026-09-08"], changed: () => {} });
  const kept = desk.through("person", { ids: ["p-1"] });
  const beginning = desk.about("beginning", () => ({ form: "smart-plan" }));
  answer();
  await Promise.all([kept, beginning]);
  assert.deepEqual(asked, [["person", 0], ["beginning", 1]]);
});

test("a form is told nothing of another folder, and is not kept from beginning by an act that failed", async () => {
  const ask = (act) => act === "person" ? Promise.reject(new Error("refused")) : Promise.resolve({ came: ["one"] });
  const desk = createDesk({ ask, about: () => ["kent", "2026-09-08"], changed: () => {} });
  await assert.rejects(desk.through("person", {}));
  assert.deepEqual(await desk.about("beginning", () => ({})), { came: ["one"] });
  const late = desk.about("beginning", () => ({}));
  desk.lieDown(empty());
  assert.equal(await late, null);
});

test("what came of one child goes out again when another is chosen, and what was typed stays", () => {
  const known = { entries: [["child_age", "8"], ["support", "Nan"]], came: [{ path: "child_age" }] };
  assert.deepEqual(lacking([["child_age", "8"], ["support", "Nan"]], known), [["support", "Nan"]]);
  assert.deepEqual(lacking([["child_age", "9"]], known), [["child_age", "9"]]);
});
