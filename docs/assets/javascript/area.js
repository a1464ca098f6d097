// The visitor's area. It lives in the address (?area=kent) and nowhere else: no cookie, no storage.
// A classic script in the head: the style that hides the other areas is there before the first paint.
{
  const root = document.documentElement;
  const { areas, first } = document.currentScript.dataset; // first: what is shown before anyone has chosen
  const known = (id) => (areas.split(" ").includes(id) ? id : first);
  const asked = () => known(new URL(location.href).searchParams.get("area"));

  const withArea = (address) => {
    const url = new URL(address);
    if (root.dataset.area === first) url.searchParams.delete("area");
    else url.searchParams.set("area", root.dataset.area);
    return url.href;
  };

  const others = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, others];

  const show = (id) => {
    root.dataset.area = id;
    others.replaceSync(`[data-for-area]:not([data-for-area~="${id}"]), .eh-or { display: none !important }`);
    for (const chooser of document.querySelectorAll("[data-area-chooser]")) chooser.value = id;
  };

  const choose = (id) => {
    show(known(id));
    history.replaceState(history.state, "", withArea(location.href));
    document.dispatchEvent(new CustomEvent("area:change", { detail: { area: root.dataset.area } }));
  };

  // Links take the area along when they are used, so that links made later (search results) do too.
  const keepArea = (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]:not([download])");
    const ours = link && link.protocol === location.protocol && link.host === location.host;
    if (ours && link.href !== withArea(link.href)) link.href = withArea(link.href);
  };

  show(asked());
  document.addEventListener("DOMContentLoaded", () => show(root.dataset.area));
  window.addEventListener("pageshow", () => show(root.dataset.area)); // browsers refill a <select> on Back
  document.addEventListener("change", ({ target }) => {
    if (target.matches("[data-area-chooser]")) choose(target.value);
  });
  for (const use of ["click", "auxclick", "contextmenu"]) document.addEventListener(use, keepArea, true);
}
