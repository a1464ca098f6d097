// The place below the form where the answer of Python is shown, and the files that may be saved from it.

export function createResult(region) {
  const show = (state, ...content) => {
    region.dataset.state = state;
    delete region.dataset.stale;
    region.replaceChildren(...content);
  };

  return {
    idle: () => show("idle", said("Your result will appear here.")),
    waiting: (words) => show("waiting", said(words)),
    invalid: () => show("invalid", said("Some answers need another look first: see the list at the top of the form.")),
    failed: (words, again, remedy) =>
      show("failed", said(`${words} What you typed is still here.`, "eh-status--bad"), remedy ?? button("Try again", again)),

    /** `html` is our own renderer's: it has escaped every answer. */
    ready(html, questions, files) {
      const shown = document.createElement("div");
      shown.innerHTML = html;
      show("ready", shown, files);
      if (questions) (shown.querySelector(".eh-document__title + .eh-note") ?? shown).after(questions);
      const heading = shown.querySelector("h1, h2, h3") ?? shown;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      region.scrollIntoView();
    },

    /** What is shown no longer goes with the answers: it may be read, but not saved. */
    stale(again) {
      if (region.dataset.state !== "ready" || "stale" in region.dataset) return false;
      region.dataset.stale = "";
      region.querySelector("[data-files]").remove();
      const warning = said("Your answers have changed. Check again before you use or save this.", "eh-status--bad");
      region.prepend(warning, button("Check again", again));
      return true;
    },
  };
}

function said(words, kind = "") {
  return Object.assign(document.createElement("p"), { className: `eh-status ${kind}`, textContent: words });
}

function button(words, press) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "eh-button", textContent: words });
  made.addEventListener("click", press);
  return made;
}
