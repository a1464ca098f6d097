// Several people of a family at once, a line for each. Python reads the lines; what it cannot take stays in the box.
import { inWords } from "./faults.js";
import { element, part } from "./parts.js";

/**
 * `add(text)` asks Python, and gives what it says and the lines that it left. Gives `drop`.
 * @param {HTMLFormElement} form
 * @param {{ add: (text: string) => Promise<{ message: string, left: { line: string, why: string }[] } | null>, say: Say }} to
 */
export function createSeveral(form, { add, say }) {
  const box = part(form, "textarea", HTMLTextAreaElement);
  const said = part(form, "[data-several-said]");
  const button = part(form, "[type=submit]");

  /** @param {(string | Node)[]} words */
  const tell = (...words) => {
    said.replaceChildren(...words);
    said.hidden = words.length === 0;
  };
  const drop = () => {
    box.value = "";
    tell();
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = box.value;
    if (!text.trim() || button.hasAttribute("aria-busy")) return box.focus();
    button.setAttribute("aria-busy", "true");
    try {
      const reply = await add(text);
      if (!reply || box.value !== text) return;
      box.value = reply.left.map(({ line }) => line).join("\n");
      tell(...[reply.message].filter(Boolean), ...reply.left.map(({ line, why }) => element("p", { className: "eh-error", textContent: `Not taken: ${line}. ${why}.` })));
      say(said.textContent);
      if (reply.left.length) box.focus();
    } catch (fault) {
      tell(element("p", { className: "eh-error", textContent: `Nobody was added yet. ${inWords(fault)}` }));
      say(said.textContent);
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
  return { drop };
}
