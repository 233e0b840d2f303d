// The page of saved pages: the list, a button to remove each, and one to erase everything. The worker shows this page
// in place of any page that is not saved when there is no network.

const place = /** @type {HTMLElement} */ (document.querySelector("[data-saved-pages]"));
const list = place.querySelector("ul");
const status = place.querySelector("[role=status]");
const erase = /** @type {HTMLElement} */ (place.querySelector("[data-erase]"));
const own = `/${document.documentElement.lang}/offline/`;

/**
 * @param {string} path
 * @param {typeof import("./offline-store.js")} store
 */
async function itemOf(path, store) {
  const page = new DOMParser().parseFromString(await (await store.find(path)).text(), "text/html");
  const link = document.createElement("a");
  link.href = path;
  link.textContent = page.querySelector("h1").textContent;
  link.lang = page.documentElement.lang;
  link.dir = page.documentElement.dir;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = place.dataset.remove;
  button.setAttribute("aria-label", `${place.dataset.remove}: ${link.textContent}`);
  button.addEventListener("click", async () => {
    await store.remove(path);
    status.textContent = place.dataset.removed;
    await show();
  });
  const item = document.createElement("li");
  item.append(link, " ", button);
  return item;
}

async function show() {
  // A phone that keeps nothing needs nothing to manage it.
  const store = (await caches.keys()).length ? await import("./offline-store.js") : null;
  const items = store ? await Promise.all((await store.saved()).map((path) => itemOf(path, store))) : [];
  while (list.firstChild) list.firstChild.remove();
  list.append(...items);
  erase.hidden = !items.length;
  if (!items.length && !status.textContent) status.textContent = place.dataset.none;
}

erase.querySelector("button").addEventListener("click", async () => {
  const { remove, saved } = await import("./offline-store.js");
  for (const path of await saved()) await remove(path);
  status.textContent = place.dataset.erased;
  await show();
});

if (location.pathname !== own || !navigator.onLine) {
  /** @type {HTMLElement} */ (place.querySelector("[data-no-network]")).hidden = false;
}

if ("caches" in self && "serviceWorker" in navigator) {
  show().catch(() => (status.textContent = place.dataset.cannot));
} else {
  status.textContent = place.dataset.cannot;
}
