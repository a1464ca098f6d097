// The visitor's area. It lives in the address (?area=kent) and nowhere else: no cookie, no storage.
// A classic script in the head: the style that hides the other areas is there before the first paint.
{
  const root = document.documentElement;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { areas = "", first = "" } = script.dataset; // first: what is shown before anyone has chosen
  /** @param {string | null} id */
  const known = (id) => (id && areas.split(" ").includes(id) ? id : first);
  const asked = () => known(new URL(location.href).searchParams.get("area"));

  /** @param {string} address */
  const withArea = (address) => {
    const url = new URL(address);
    if (root.dataset.area === first) url.searchParams.delete("area");
    else url.searchParams.set("area", root.dataset.area ?? first);
    return url.href;
  };

  const others = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, others];

  /** @param {string} id */
  const show = (id) => {
    root.dataset.area = id;
    others.replaceSync(`[data-for-area]:not([data-for-area~="${id}"]), .eh-or { display: none !important }`);
    for (const chooser of choosers()) chooser.value = id;
  };

  /** @returns {NodeListOf<HTMLSelectElement>} */
  const choosers = () => document.querySelectorAll("[data-area-chooser]");

  /** @param {string} id */
  const choose = (id) => {
    show(known(id));
    history.replaceState(history.state, "", withArea(location.href));
    document.dispatchEvent(new CustomEvent("area:change", { detail: { area: root.dataset.area } }));
  };

  // Links take the area along when they are used, so that links made later (search results) do too.
  /** @param {Event} event */
  const keepArea = (event) => {
    /** @type {HTMLAnchorElement | false | null} */
    const link = event.target instanceof Element && event.target.closest("a[href]:not([download])");
    const ours = link && link.protocol === location.protocol && link.host === location.host;
    if (ours && link.href !== withArea(link.href)) link.href = withArea(link.href);
  };

  show(asked());
  const showAgain = () => show(root.dataset.area ?? first);
  document.addEventListener("DOMContentLoaded", showAgain);
  window.addEventListener("pageshow", showAgain); // browsers refill a <select> on Back
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement && target.matches("[data-area-chooser]")) choose(target.value);
  });
  for (const use of ["click", "auxclick", "contextmenu"]) document.addEventListener(use, keepArea, true);
}
