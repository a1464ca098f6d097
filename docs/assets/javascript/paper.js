// Paper has nothing to press: sections of a form and details of a result are open on it, and as they were afterwards.

export function start(page) {
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...page.querySelectorAll(":is(.eh-section, .eh-details):not([open])")];
    for (const each of closed) each.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const each of closed) each.open = false;
  });
}
