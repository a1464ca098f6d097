// What Material leaves out for the keyboard. Its menu and its search open by hidden checkboxes.
for (const button of document.querySelectorAll("[data-opens]")) {
  const box = document.getElementById(`__${button.dataset.opens}`);
  button.addEventListener("click", () => box.click());
  box.addEventListener("change", () => button.setAttribute("aria-expanded", box.checked));
}

// Opening the menu moves focus into it; Escape closes it and gives focus back.
const menu = document.getElementById("__drawer");
menu.addEventListener("change", () => {
  if (menu.checked) document.querySelector(".md-nav--primary a:not(.md-logo)")?.focus();
});
document.addEventListener("keydown", ({ key }) => {
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
