// A person of the family: added or changed in a form of their own, checked by Python.
import { entries, fill } from "./answers.js";
import * as days from "./days.js";
import * as errors from "./errors.js";
import { inWords } from "./faults.js";
import { copied, element, part } from "./parts.js";

/**
 * A person's answers as pairs, as a form's page has them.
 * @param {Member} member
 * @returns {Pair[]}
 */
export const pairs = (member) => Object.entries(member)
  .filter(([name, value]) => !["id", "dot"].includes(name) && value !== null && value !== "")
  .flatMap(([name, value]) => [value].flat().map((each) => /** @type {Pair} */ ([name, String(each)])));

/**
 * `keep(id, answers)` asks Python and settles once they are in the folder. Gives `open(member)`, for a new one without,
 * and `drop`.
 * @param {HTMLElement} place
 * @param {HTMLTemplateElement} template
 * @param {{ keep: (id: string | null, answers: Pair[]) => Promise<unknown>, done: () => void, refused: (words: string) => void }} to
 */
export function createPerson(place, template, { keep, done, refused }) {
  /** @type {HTMLFormElement | null} */
  let shown = null;

  const drop = () => {
    if (shown) errors.clear(shown);
    shown?.remove();
    shown = null;
  };

  /** @type {(form: HTMLFormElement, id: string | null, button: HTMLElement) => Promise<void>} */
  const submit = async (form, id, button) => {
    if (form.querySelector("[aria-busy]")) return;
    errors.clear(form);
    form.querySelector("[data-refused]")?.remove();
    button.setAttribute("aria-busy", "true");
    try {
      await keep(id, entries(form));
      if (shown !== form) return;
      drop();
      if (button.matches("[data-another]")) open();
      else done();
    } catch (fault) {
      if (shown === form) refuse(form, fault);
      else refused(whyNot(form, fault)); // another part of the page is open by now
    } finally {
      button.removeAttribute("aria-busy");
    }
  };

  /** @param {Member} [member] */
  const open = (member) => {
    drop();
    const form = /** @type {HTMLFormElement} */ (copied(template));
    shown = form;
    place.append(form);
    days.start(form);
    if (member) fill(form, pairs(member));
    const title = part(form, "[data-person-title]");
    title.textContent = member ? `Change what is known of ${member.name}` : "Add a person";
    part(form, "[data-another]").hidden = Boolean(member);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void submit(form, member?.id ?? null, event.submitter ?? part(form, "[type=submit]"));
    });
    part(form, "[data-person-cancel]").addEventListener("click", () => {
      drop();
      done();
    });
    title.focus({ preventScroll: true });
    form.scrollIntoView({ block: "start" });
  };

  return { open, drop };
}

/** @type {(form: HTMLFormElement, fault: unknown) => string} */
function whyNot(form, fault) {
  const name = entries(form).find(([path]) => path === "name")?.[1] ?? "This person";
  const { kind, errors: toMend = [] } = /** @type {Reason} */ (fault);
  return `${name} is not in the folder. ${kind === "answers-invalid" ? `${toMend.map(([, message]) => message).join(". ")}.` : inWords(fault)}`;
}

/** @type {(form: HTMLFormElement, fault: unknown) => void} */
function refuse(form, fault) {
  const { kind, errors: toMend = [] } = /** @type {Reason} */ (fault);
  if (kind === "answers-invalid") return errors.show(form, toMend);
  const said = element("p", { className: "eh-error", role: "alert", textContent: `This person is not kept yet. ${inWords(fault)}` });
  said.dataset.refused = "";
  part(form, "[type=submit]").before(said);
}
