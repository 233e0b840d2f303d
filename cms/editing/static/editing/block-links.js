/**
 * A link to a block of the form opens what it is folded into, brings it into view and puts the cursor there.
 * A link is one whose address is "#block-<id>-section"; ``data-field`` names the field of the block, or of the form.
 * Who comes from another page by such a link, as from a report, is led to the block too.
 */
(() => {
  const PATIENCE = 10_000;
  const NARROW = "(max-width: 50em)";
  const WRITABLE = "input:not([type=hidden]):not([hidden]), select, textarea, [contenteditable=true]";

  const unfold = (panel) => {
    const toggle = panel.querySelector(":scope > .w-panel__header [data-panel-toggle]");
    if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
  };

  const showTab = (element) => {
    const tab = element.closest("[role=tabpanel][hidden]");
    if (tab) document.querySelector(`[role=tab][href="#${tab.id}"], [aria-controls="${tab.id}"]`)?.click();
  };

  /**
   * @param {HTMLElement} place
   * @param {string} field
   */
  function open(place, field) {
    showTab(place);
    const around = [];
    for (let panel = place.closest("[data-panel]"); panel; panel = panel.parentElement?.closest("[data-panel]")) around.push(panel);
    around.reverse().forEach(unfold);
    const named = field ? place.querySelector(`[data-contentpath="${field}"]`) : null;
    const cursor = named?.querySelector(WRITABLE) ?? (place.matches(WRITABLE) ? place : place.querySelector(WRITABLE));
    (named || place).scrollIntoView({ block: "start" });
    cursor?.focus({ preventScroll: true });
  }

  /** The block stands in the form only once Wagtail has drawn it. */
  function arrive() {
    if (!location.hash.startsWith("#block-")) return;
    const id = decodeURIComponent(location.hash.slice(1));
    const look = () => {
      const place = document.getElementById(id);
      if (place) open(place, "");
      return Boolean(place);
    };
    if (look()) return;
    const watch = new MutationObserver(() => look() && watch.disconnect());
    watch.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => watch.disconnect(), PATIENCE);
  }

  addEventListener("load", arrive);

  /**
   * Words that lead to a place of the form, or plain words where there is none.
   *
   * @param {{block: string, field: string, around?: string}} place
   * @param {string} words
   */
  window.linkToPlace = (place, words) => {
    const link = document.createElement(place.block || place.field ? "a" : "span");
    link.textContent = words;
    if (!(link instanceof HTMLAnchorElement)) return link;
    // What is written the short way has no block of its own until the page is saved.
    const [block] = [place.block, place.around].filter((id) => id && document.getElementById(`block-${id}-section`));
    link.href = `#block-${block}-section`;
    if (place.block) link.dataset.field = place.field;
    else link.dataset.formField = place.field;
    return link;
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href^='#block-'], a[data-form-field]");
    if (!link) return;
    const id = decodeURIComponent(link.getAttribute("href").slice(1));
    const field = link.dataset.formField;
    const place =
      document.getElementById(id) ?? document.querySelector(`[name="${field}"], [data-contentpath="${field}"]`);
    if (!place) return;
    event.preventDefault();
    if (matchMedia(NARROW).matches) document.querySelector("[data-form-side-close-button]")?.click();
    open(place, link.dataset.field ?? "");
  });
})();
