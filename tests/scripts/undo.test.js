import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { createUndo } from "../../docs/assets/javascript/undo.js";
import { all, formOf, press } from "./page.js";

const settled = () => new Promise((resolve) => { setTimeout(resolve); });

function offered(...backs) {
  const form = formOf("");
  const said = [];
  const undo = createUndo({ done: (words) => said.push(words) });
  const buttons = backs.map((back, place) => undo.offer(`Step ${place}.`, (notice) => form.append(notice), back));
  return { undo, said, buttons };
}

test("what was taken back is said, and its notice goes", async () => {
  const { said, buttons: [button] } = offered(() => "It is back.");
  assert.equal(button.textContent, "Undo: Step 0.");
  press(button);
  await settled();
  assert.deepEqual(said, ["It is back."]);
  assert.deepEqual(all("[data-undo-notice]"), []);
});

test("whoever thinks better of it keeps the offer", async () => {
  const { said, buttons: [button] } = offered(() => "");
  press(button);
  await settled();
  assert.deepEqual(said, []);
  assert.equal(all("[data-undo-notice]").length, 1);
});

test("only the last step can be taken back; once it is, the one before can", async () => {
  const { buttons } = offered(() => "a", () => "b");
  assert.deepEqual(all("[data-undo-notice]").map(({ hidden }) => hidden), [true, false]);
  press(buttons[1]);
  await settled();
  assert.deepEqual(all("[data-undo-notice]").map(({ hidden }) => hidden), [false]);
});

test("nothing stands behind Undo once it is dropped", () => {
  const { undo } = offered(() => "a", () => "b", () => "c");
  undo.drop();
  assert.deepEqual(all("[data-undo-notice]"), []);
});
