/**
 * Shows the map of the story in the form, as a drawing and as a list, each time it was looked at.
 *
 * @typedef {{map: string, list: string}} Maps
 */
(() => {
  /** @param {HTMLElement} panel */
  function follow(panel) {
    const part = (name) => panel.querySelector(`[data-story-${name}]`);
    const [map, list, box, fit, fitBox] = ["map", "list", "list-box", "fit", "fit-box"].map(part);
    if (!map) return;

    /** A map that is wider than the panel is first seen where the story begins. */
    function showStart() {
      const start = map.querySelector(".start")?.getBoundingClientRect();
      if (start) map.scrollLeft += start.left + start.width / 2 - map.getBoundingClientRect().left - map.clientWidth / 2;
    }

    /** @param {Maps} told */
    function show(told) {
      const first = !map.firstChild;
      map.innerHTML = told.map;
      if (first) showStart();
      fitBox.hidden = !told.map;
      list.innerHTML = told.list;
      box.hidden = !told.list;
    }

    panel.addEventListener("checked", (event) => show(event.detail));
    fit.addEventListener("change", () => map.classList.toggle("live-check__map--whole", fit.checked));
    panel.closest("[data-side-panel]")?.addEventListener("show", () => setTimeout(showStart));
  }

  const begin = () => document.querySelectorAll("[data-live-check]").forEach(follow);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
