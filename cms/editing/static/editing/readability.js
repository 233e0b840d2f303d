/**
 * Shows how the text of the form reads: its LIX, and the sentences and words that make it high, each a link.
 *
 * @typedef {{text: string, note: string, block: string, field: string}} Part
 * @typedef {{headline: string, sentences: Part[], words: Part[]}} Readability
 */
(() => {
  /** @param {HTMLElement} panel */
  function follow(panel) {
    const place = panel.querySelector("[data-readability]");
    const headline = place.querySelector("[data-readability-headline]");

    /** @param {Part} part */
    function partItem(part) {
      const item = document.createElement("li");
      item.append(window.linkToPlace(part, part.text), part.note ? ` (${part.note})` : "");
      return item;
    }

    /** @param {"sentences"|"words"} name @param {Part[]} parts */
    function list(name, parts) {
      place.querySelector(`[data-readability-list="${name}"]`).replaceChildren(...parts.map(partItem));
      place.querySelector(`[data-readability-box="${name}"]`).hidden = !parts.length;
    }

    panel.addEventListener("checked", (event) => {
      /** @type {Readability|null} */
      const told = event.detail.readability;
      place.hidden = !told;
      if (!told) return;
      headline.textContent = told.headline;
      list("sentences", told.sentences);
      list("words", told.words);
    });
  }

  const begin = () => document.querySelectorAll("[data-live-check]").forEach(follow);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
