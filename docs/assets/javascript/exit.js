// "Exit this page". Leaves for the weather, and leaves nothing typed behind Back or Forward.
// GOV.UK's own keeps the answers in the form and in the back-forward cache. So before leaving this clears the page
// and replaces its own history entry; and because earlier entries of the tab may still hold a filled-in form, each of
// our pages that is come back to after an exit clears itself before it is seen. A classic script in the head, so that
// it is in time for that. It cannot reach the browser's list of visited pages: the safety page says so.
{
  const root = document.documentElement;
  const home = new URL(document.currentScript.dataset.home, location.href).href;
  const OURS = /^eh-|\.__/; // our own keys, and Material's
  const LEFT = "eh-left"; // set for this tab, at an exit; says nothing but that
  const PRESSES = 3;
  const WITHIN = 5000; // ms

  let leaving = false;

  const cover = () => root.classList.add("eh-covered");

  // What a visitor can type into: the page's own content and the search box, not the switches of the header.
  const typedInto = (what) => document.querySelectorAll(`main ${what}, form[name="search"] ${what}`);

  const clearFields = () => {
    for (const form of document.querySelectorAll("main form, form[name='search']")) form.reset();
    for (const field of typedInto(":is(input, textarea)")) {
      if (field.matches("[type=checkbox], [type=radio]")) field.checked = field.defaultChecked;
      else if (!field.matches("[type=submit], [type=button], [type=reset]")) field.value = "";
    }
    for (const shown of typedInto(":is([data-result], output, [contenteditable])")) shown.replaceChildren();
  };

  const clearTab = () => sessionStorage.clear();
  const markTab = () => sessionStorage.setItem(LEFT, "1");
  const clearOurs = () => {
    for (const key of Object.keys(localStorage)) if (OURS.test(key)) localStorage.removeItem(key);
  };

  // Storage can be switched off; then every return counts as one after an exit.
  const hasLeft = () => {
    try {
      return sessionStorage.getItem(LEFT) !== null;
    } catch {
      return true;
    }
  };

  // A fault in any one step must not stop the next.
  const attempt = (...steps) => {
    for (const step of steps) {
      try {
        step();
      } catch (fault) {
        console.error(fault);
      }
    }
  };

  const wipe = () => attempt(() => document.dispatchEvent(new CustomEvent("exit:clear")), clearFields);

  const exit = (address) => {
    leaving = true;
    cover();
    attempt(wipe, clearTab, markTab, clearOurs, () => history.replaceState(null, "", home));
    document.title = "Weather";
    location.replace(address);
  };

  // Back and Forward bring a page back alive (persisted) or load it again and refill its form (back_forward).
  const loadedAgain = performance.getEntriesByType("navigation")[0]?.type === "back_forward";

  if (loadedAgain && hasLeft()) cover();
  window.addEventListener("pagehide", cover);
  window.addEventListener("pageshow", ({ persisted }) => {
    if ((persisted || loadedAgain) && hasLeft()) wipe();
    root.classList.remove("eh-covered");
  });
  // No "unsaved answers" question may stand in the way.
  window.addEventListener("beforeunload", (event) => leaving && event.stopImmediatePropagation(), true);

  const exitLink = () => document.querySelector("[data-exit]");

  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element && event.target.closest("[data-exit]");
      if (!link) return;
      event.preventDefault();
      exit(link.href);
    },
    true,
  );

  // Shift alone, three times. Shift held to type a capital letter does not count.
  let presses = 0;
  let alone = false;
  let timer;

  const say = (text) => {
    const place = document.querySelector("[data-exit-count]");
    if (place) place.textContent = text;
  };

  const startAgain = (text = "") => {
    if (presses > 0) say(text);
    presses = 0;
    clearTimeout(timer);
  };

  const countPress = () => {
    presses += 1;
    if (presses === PRESSES) return exit(exitLink().href);
    const more = PRESSES - presses;
    say(`Shift: press ${more} more ${more === 1 ? "time" : "times"} to leave this page.`);
    clearTimeout(timer);
    timer = setTimeout(() => startAgain("You are still on this page."), WITHIN);
  };

  // On the window and first, so that no other script can keep a key from the count.
  const onKey = (kind, act) => window.addEventListener(kind, act, true);
  onKey("keydown", ({ key }) => {
    alone = key === "Shift";
    if (!alone) startAgain();
  });
  onKey("keyup", ({ key }) => {
    if (key === "Shift" && alone) countPress();
  });
}
