// What Material leaves out for the keyboard. Its menu and its search open by hidden checkboxes.
const FIRST = { drawer: ".md-nav--primary .md-nav__list a", search: ".md-search__input" };

const opened = (button, box) => {
  if (box.checked) closeOthers(box);
  button.setAttribute("aria-expanded", box.checked);
  if (box.checked) document.querySelector(FIRST[button.dataset.opens])?.focus();
};

const closeOthers = (box) => {
  for (const other of document.querySelectorAll("[data-md-toggle]:checked")) if (other !== box) other.click();
};

for (const button of document.querySelectorAll("[data-opens]")) {
  const box = document.getElementById(`__${button.dataset.opens}`);
  button.addEventListener("click", () => box.click());
  box.addEventListener("change", () => opened(button, box));
}

// Material closes its search with Escape, but not its menu.
document.addEventListener("keydown", ({ key }) => {
  const menu = document.getElementById("__drawer");
  if (key !== "Escape" || !menu.checked) return;
  menu.click();
  document.querySelector("[data-opens=drawer]").focus();
});

// Material's one-letter shortcuts would fire for people who speak to their computer (WCAG 2.1.4).
window.addEventListener(
  "keydown",
  (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!typing && /^[fsnp/,.]$/.test(event.key)) event.stopImmediatePropagation();
  },
  true,
);
