// What Material leaves out for the keyboard. Its menu and search are checkboxes with labels for buttons.
const toggle = (name) => document.getElementById(`__${name}`);

// A label acts on Space too, as a button does; Material itself sees to Enter.
document.addEventListener("keydown", (event) => {
  const label = event.target.closest?.("label[role=button]");
  if (label && event.key === " ") {
    event.preventDefault();
    label.click();
  }
  const menu = toggle("drawer");
  if (event.key === "Escape" && menu.checked) {
    menu.click();
    document.querySelector("label[role=button][for=__drawer]").focus();
  }
});

// Opening the menu moves focus into it.
toggle("drawer").addEventListener("change", ({ target }) => {
  if (target.checked) document.querySelector(".md-nav--primary a:not(.md-logo)")?.focus();
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
