// The browser's Back closes the form that is open, as it does in an app. So the page stands twice in the tab's history.
// The entry behind has the home page's address, and both hold no more than which of the two they are: an exit replaces
// the one in front, and no address of a folder is left.
const FRONT = "front";
const BEHIND = "behind";
const home = () => document.querySelector("script[data-home]")?.getAttribute("data-home") ?? "";

/**
 * `close()` closes the form, and says whether one was open. Gives `guard`, for when a form opens.
 * @param {() => boolean} close
 */
export function createBack(close) {
  let address = location.href;

  const stepInFront = () => history.pushState(FRONT, "", address);
  const guard = () => {
    if (history.state === FRONT || !location.protocol.startsWith("http")) return;
    address = location.href;
    history.replaceState(BEHIND, "", new URL(home(), address));
    stepInFront();
  };

  window.addEventListener("popstate", ({ state }) => {
    if (state !== BEHIND) return;
    stepInFront();
    if (!close()) history.go(-2); // on, to where they were before the folder; the page may ask first
  });
  document.addEventListener("area:change", () => { address = location.href; });
  return { guard };
}
