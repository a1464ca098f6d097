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

test("a part that was taken off the page holds nothing any more", () => {
  const off = new AbortController();
  const before = held();
  holds("a form within the page", () => assert.fail("it is gone"), off.signal);
  assert.deepEqual(held(), [...before, "a form within the page"]);
  off.abort();
  assert.deepEqual(held(), before);
  document.dispatchEvent(new CustomEvent("exit:clear"));
});
