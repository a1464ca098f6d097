import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../../docs/assets/javascript/answers.js";
import { stateOf } from "../../docs/assets/javascript/sections.js";
import { $, field, formOf, repeated } from "./page.js";

const part = (needs, inside, ...given) => {
  const form = formOf(`<section data-part data-needs="${needs}">${inside}</section>`);
  fill(form, given);
  return stateOf($("[data-part]"));
};
const child = field("age") + field("due");
const plan = repeated("actions", (path) => field(`${path}.what`) + field(`${path}.who`), { needs: "what" });

test("a part in which nothing is answered is to do, or only there if it is needed", () => {
  assert.equal(part("age", child), "to do");
  assert.equal(part("", child), "if needed");
});

test("of two questions of which one is enough, one is enough", () => {
  assert.equal(part("age|due", child, ["due", "June"]), "done");
  assert.equal(part("age due", child, ["due", "June"]), "begun");
});

test("a part with an item that lacks something is begun, not done", () => {
  assert.equal(part("actions", plan, ["actions.0.what", "Walk"], ["actions.1.who", "Nan"]), "begun");
  assert.equal(part("actions", plan, ["actions.0.what", "Walk"], ["actions.1.what", "Read"]), "done");
});

test("what is to mend comes before what is asked", () => {
  part("", child, ["age", "7"]);
  const section = $("[data-part]");
  section.insertAdjacentHTML("beforeend", "<p data-prompt></p><p data-prompt></p>");
  assert.equal(stateOf(section), "2 questions");
  section.insertAdjacentHTML("beforeend", "<p data-error></p>");
  assert.equal(stateOf(section), "1 to mend");
});

test("a part that waits for another answer is not asked, which is no work to do", () => {
  assert.equal(part("", `<div data-waits="decision" data-unasked>${field("weighed")}</div>`), "not asked");
  assert.equal(part("", `<div data-waits="decision" data-unasked>${field("weighed")}</div>`, ["weighed", "Her age"]), "done");
});
