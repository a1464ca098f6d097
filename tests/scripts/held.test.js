import "./page.js";
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { held, holds } from "../../docs/assets/javascript/held.js";

test("leaving empties all that the page holds, at once, and one part that fails keeps no other from it", () => {
  const emptied = [];
  const heard = mock.method(console, "error", () => {});
  holds("the picture", () => emptied.push("the picture"));
  holds("what fails", () => { throw new Error("lost"); });
  holds("the answers", () => emptied.push("the answers"));
  assert.deepEqual(held(), ["the picture", "what fails", "the answers"]);
  document.dispatchEvent(new CustomEvent("exit:clear"));
  assert.deepEqual(emptied, ["the picture", "the answers"]);
  assert.equal(heard.mock.callCount(), 1);
});
