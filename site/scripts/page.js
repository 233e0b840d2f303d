// What a reader can do with a content page. Only what is shown at once stands here; the rest is fetched when asked for.

const saving = /** @type {HTMLElement | null} */ (document.querySelector("[data-save]"));

/**
 * Offers to save the page, where the browser can and may: to ask for the names of caches stores nothing, and is
 * refused where storing would be. Without a size the page does not stand on the site, but in a preview.
 * @param {HTMLElement} place
 */
async function offerToSave(place) {
  const names = await caches.keys();
  const button = place.querySelector("button");
  const status = place.querySelector("[role=status]");
  button.textContent = button.textContent.replace("{size}", place.dataset.save);
  button.addEventListener("click", () =>
    import("./save.js").then(
      (save) => save.press(place),
      () => (status.textContent = status.dataset.network),
    ),
  );
  place.hidden = /** @type {HTMLElement} */ (place.closest(".actions")).hidden = false;
  if (names.some((name) => name.endsWith(`:${location.pathname}`))) (await import("./save.js")).showSaved(place);
}

if (saving && saving.dataset.save && "serviceWorker" in navigator && "caches" in self) {
  offerToSave(saving).catch(() => {});
}
