import "./page.js";
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { MissingPart, Told, inWords, remedy } from "../../docs/assets/javascript/faults.js";
import { around, button, copied, fieldNamed, part, parts } from "../../docs/assets/javascript/parts.js";
import { $, field, formOf, press } from "./page.js";

test("an error written for whoever uses the page is shown; any other goes to the console, and is never shown", () => {
  const heard = mock.method(console, "error", () => {});
  assert.equal(inWords(new Told("The download stopped.")), "The download stopped.");
  assert.equal(heard.mock.callCount(), 0);
  for (const fault of [new TypeError("secret"), "secret", undefined, { message: "secret" }]) assert.doesNotMatch(inWords(fault), /secret/);
  assert.equal(heard.mock.callCount(), 4);
});

test("a part of the page that is missing is named in the console, and told in plain words", () => {
  const heard = mock.method(console, "error", () => {});
  assert.equal(inWords(new MissingPart("[data-open]")), "A part of this page is missing. Save what you can, then load the page again.");
  assert.equal(String(heard.mock.calls[0].arguments[0]), "MissingPart: [data-open] is not on this page");
});

test("a part that is there is given by its kind; one that is not, or of another kind, is missing", () => {
  const form = formOf(`<input name="goal"><template><p>One</p></template><template data-empty></template>`);
  assert.equal(part(form, "input", HTMLInputElement), $("input"));
  assert.equal(part(form, "template").tagName, "TEMPLATE");
  assert.deepEqual(parts(form, "input, template", HTMLInputElement), [$("input")]);
  assert.throws(() => part(form, "input", HTMLSelectElement), { name: "MissingPart", message: "input is not on this page" });
  assert.throws(() => part(form, "[data-open]"), /^MissingPart: \[data-open\] is not on this page$/);
  assert.throws(() => around(form, ".eh-form-page"), MissingPart);
  assert.equal(fieldNamed(form, "goal"), $("input"));
  assert.throws(() => fieldNamed(form, "text"), { message: 'a field "text" is not on this page' });
  assert.equal(copied($("template")).textContent, "One");
  assert.throws(() => copied($("[data-empty]")), MissingPart);
});

test("where the site was updated there is a button that keeps what was typed; otherwise none", () => {
  let renewed = 0;
  document.addEventListener("page:renew", () => { renewed += 1; });
  formOf(field("goal")).append(remedy(Object.assign(new Told("Updated."), { kind: "updated" })));
  press($("[data-remedy]"));
  assert.equal(renewed, 1);
  assert.equal(remedy(new Told("Blocked.")), null);
});

test("a button does not send a form", () => assert.equal(button("Undo").type, "button"));
