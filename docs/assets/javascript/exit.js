// "Exit this page". Leaves for the weather, and leaves nothing typed behind Back or Forward.
// GOV.UK's own keeps the answers in the form and in the back-forward cache. So before leaving, this empties the page (what
// else it holds is registered in held.js), puts a neutral page in its place, and replaces its own history entry. Earlier
// entries of the tab may still hold a filled-in page: each that is come back to after an exit empties itself before it is
// seen, and is then loaded anew. A classic script in the head, so that it is in time for that, and works where all others
// fail. It cannot reach the browser's list of visited pages: the safety page says so.
{
  const root = document.documentElement;
  const home = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).dataset.home ?? "", location.href).href;
  const OURS = /^eh-|\.__/; // our own keys, and Material's
  const LEFT = "eh-left"; // set for this tab, at an exit; says nothing but that
  const PRESSES = 3;
  const WITHIN = 2000; // ms, from the first press to the last
  const PATIENCE = 300; // ms: no longer is the exit held up to learn that there is no signal

  let leaving = false;

  const cover = () => root.classList.add("eh-covered");

  // What a visitor can type into: the page's own content and the search box, not the switches of the header.
  /** @type {(what: string) => NodeListOf<any>} whatever the selector finds */
  const typedInto = (what) => document.querySelectorAll(`main ${what}, form[name="search"] ${what}`);

  // Not the search's form: Material opens its panel when that is reset.
  const clearFields = () => {
    /** @type {NodeListOf<HTMLFormElement>} */
    const forms = document.querySelectorAll("main form");
    for (const form of forms) form.reset();
    for (const field of typedInto(":is(input, textarea)")) {
      if (field.matches("[type=checkbox], [type=radio]")) field.checked = field.defaultChecked;
      else if (!field.matches("[type=submit], [type=button], [type=reset]")) field.value = "";
    }
    for (const option of typedInto("option")) option.selected = option.defaultSelected;
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

  // Firefox shows a page that it kept alive the storage of before the exit. So an exit also calls out on a channel: a
  // page kept alive that listens is dropped by the browser for that, or hears it when it comes back. Pages in use do nothing.
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(LEFT) : undefined;
  const callOut = () => channel?.postMessage("");
  let isKept = false;
  let hasHeard = false;
  channel?.addEventListener("message", () => { hasHeard = isKept; });

  // A fault in any one step must not stop the next.
  /** @param {(() => unknown)[]} steps */
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

  const quieten = () => {
    /** @type {NodeListOf<HTMLMediaElement>} */
    const sounds = document.querySelectorAll("audio, video");
    for (const sound of sounds) sound.pause();
    window.speechSynthesis?.cancel();
  };
  const leaveFullScreen = () => document.fullscreenElement && document.exitFullscreen().catch(() => {});

  // What is seen at once, and for as long as the weather cannot be reached: a page that gives nothing away.
  /** @type {(name: string, properties: object) => HTMLElement} */
  const element = (name, properties) => Object.assign(document.createElement(name), properties);
  /** @param {string} address */
  const neutralPage = (address) => {
    const page = element("body", { className: "eh-neutral" });
    const link = element("a", { href: address, textContent: "Try again", rel: "noreferrer noopener" });
    link.dataset.exit = "";
    page.append(element("h1", { textContent: "Weather" }), element("p", { textContent: "Loading the forecast…" }), link);
    return page;
  };
  /** @param {string} address */
  const goNeutral = (address) => {
    document.title = "Weather";
    for (const icon of document.querySelectorAll("link[rel~=icon]")) icon.setAttribute("href", "data:,");
    document.body.replaceWith(neutralPage(address));
    root.classList.remove("eh-covered");
  };
  const sayNoSignal = () => {
    const said = document.querySelector(".eh-neutral p");
    if (said) said.textContent = "No connection. The forecast will appear when there is one.";
  };

  // Going there without a signal would bring up the browser's own error page. A browser's "online" can be wrong, so this
  // site's own server is asked, for a moment; whoever has no answer by then leaves all the same.
  const hasSignal = async () => {
    if (navigator.onLine === false) return false;
    if (!location.protocol.startsWith("http")) return true;
    const asked = fetch(home, { method: "HEAD", cache: "no-store" }).then(() => true, () => false);
    return await Promise.race([asked, new Promise((resolve) => { setTimeout(resolve, PATIENCE, true); })]);
  };

  /** @type {(address: string) => Promise<void>} */
  const go = async (address) => {
    if (await hasSignal().catch(() => true)) return location.replace(address);
    attempt(sayNoSignal);
    window.addEventListener("online", () => go(address), { once: true });
  };

  /** @param {string} address */
  const exit = (address) => {
    leaving = true;
    cover();
    attempt(wipe, clearTab, markTab, callOut, clearOurs, quieten, leaveFullScreen, () => history.replaceState(null, "", home), () => goNeutral(address));
    void go(address);
  };

  // Back and Forward bring a page back alive (persisted) or load it again and refill its form (back_forward).
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  const loadedAgain = navigation?.type === "back_forward";

  // A page that came back alive is emptied and then loaded anew: whatever nobody registered goes with it.
  /** @param {boolean} isAlive */
  const comeBack = (isAlive) => {
    wipe();
    if (isAlive && navigator.onLine) return location.reload();
    root.classList.remove("eh-covered");
  };

  if (loadedAgain && hasLeft()) cover();
  window.addEventListener("pagehide", ({ persisted }) => {
    cover();
    isKept = persisted;
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    isKept = false;
    if ((persisted || loadedAgain) && (hasLeft() || hasHeard)) comeBack(persisted);
    else root.classList.remove("eh-covered");
  });
  // No "unsaved answers" question may stand in the way.
  window.addEventListener("beforeunload", (event) => {
    if (leaving) event.stopImmediatePropagation();
  }, true);

  /** @returns {HTMLAnchorElement | null} */
  const exitLink = () => document.querySelector("[data-exit]");

  document.addEventListener(
    "click",
    (event) => {
      /** @type {HTMLAnchorElement | false | null} */
      const link = event.target instanceof Element && event.target.closest("[data-exit]");
      if (!link) return;
      event.preventDefault();
      exit(link.href);
    },
    true,
  );

  // Shift alone, three times within two seconds and with nothing between. Shift held for a capital letter does not count.
  /** @type {number[]} */
  let presses = [];
  /** @type {number | undefined} */
  let pressed; // when the Shift key that is down went down, alone
  /** @type {Timer} */
  let timer;

  /** @param {string} text */
  const say = (text) => {
    const place = document.querySelector("[data-exit-count]");
    if (place) place.textContent = text;
  };

  const startAgain = (text = "") => {
    pressed = undefined;
    if (presses.length) say(text);
    presses = [];
    clearTimeout(timer);
  };

  /** @param {number} at */
  const countPress = (at) => {
    presses = [...presses.filter((before) => at - before < WITHIN), at];
    if (presses.length === PRESSES) return exit(exitLink()?.href ?? home);
    const more = PRESSES - presses.length;
    say(`Shift: press ${more} more ${more === 1 ? "time" : "times"} to leave this page.`);
    clearTimeout(timer);
    timer = setTimeout(() => startAgain("You are still on this page."), WITHIN);
  };

  // On the window and first, so that no other script can keep a key from the count.
  /** @type {<Kind extends keyof WindowEventMap>(kind: Kind, act: (event: WindowEventMap[Kind]) => void) => void} */
  const on = (kind, act) => window.addEventListener(kind, act, true);
  on("keydown", ({ key, timeStamp, repeat }) => {
    if (key !== "Shift") startAgain();
    else if (!repeat) pressed = timeStamp;
  });
  on("keyup", ({ key }) => {
    if (key === "Shift" && pressed) countPress(pressed);
    pressed = undefined;
  });
  for (const between of /** @type {const} */ (["pointerdown", "beforeinput"])) on(between, () => startAgain());
  window.addEventListener("blur", () => startAgain());
}
