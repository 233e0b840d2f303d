// Reads saved pages when there is no network. It stands in every language's folder and serves that language only.
// It stores nothing itself: what is saved, and when, is decided by the page (site/scripts/offline-store.js).
//
// It never takes over from an older worker while a page is open. Nothing of a release stands in it, so a new release
// needs no new worker: an open page keeps its own hashed files, and the next page brings its own.

/** The number rises when what stands in a cache changes its form; caches of other numbers are deleted. */
const PREFIX = "saved-1:";

/** The language's folder, such as "/nb/". */
const HOME = new URL(self.registration.scope).pathname;
const OFFLINE = `${HOME}offline/`;

/** How long a reader on a slow network waits for the newest version of a page she has saved, in milliseconds. */
const PATIENCE = 3000;

self.addEventListener("activate", (event) => event.waitUntil(deleteOtherVersions()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, tidy(pathname)));
  else if (request.destination || /^\/(assets|media)\//.test(pathname)) event.respondWith(file(request, pathname));
});

/** The network's page; the saved one where the network fails or is slow; else the page that says so. */
async function page(request, path) {
  const network = fetch(request);
  network.catch(() => {}); // It is looked at below, after the search for a saved page.
  const saved = await find(path);
  if (!saved) return network.catch(async (error) => (await find(OFFLINE)) || Promise.reject(error));
  const patience = new Promise((resolve) => setTimeout(() => resolve(saved), PATIENCE));
  const fresh = network.then((response) => (response.status >= 500 ? saved : response), () => saved);
  return Promise.race([fresh, patience]);
}

/**
 * What a page shows and runs. Files have their content in their name, so a saved one is always the right one. What a
 * script asks for with `fetch` has no destination: it may want the newest.
 */
async function file(request, path) {
  const saved = await caches.match(path).catch(() => undefined);
  if (!saved) return fetch(request);
  const range = request.headers.get("range");
  return range ? part(saved, range) : saved;
}

/** A page in the cache it was saved in. The home and the offline page stand together under the home's name. */
function find(path) {
  const cacheName = PREFIX + (path === OFFLINE ? HOME : path);
  return caches.match(path, { cacheName }).catch(() => undefined);
}

/** Part of a recording: Safari plays none that is not served in parts when it asks for them. */
async function part(saved, range) {
  const whole = await saved.blob();
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range) || [];
  if (from === undefined || Number(from) >= whole.size) return new Response(whole, { headers: saved.headers });
  const last = Math.min(to ? Number(to) : Infinity, whole.size - 1);
  const headers = new Headers(saved.headers);
  headers.set("Content-Range", `bytes ${from}-${last}/${whole.size}`);
  headers.set("Content-Length", String(last - Number(from) + 1));
  return new Response(whole.slice(Number(from), last + 1), { status: 206, headers });
}

async function deleteOtherVersions() {
  for (const name of await caches.keys()) {
    if (/^saved-\d+:/.test(name) && !name.startsWith(PREFIX) && name.includes(`:${HOME}`)) await caches.delete(name);
  }
}

/** "/nb/guides/cv", "/nb/guides/cv/" and "/nb/guides/cv/index.html" are one page. */
function tidy(path) {
  return path.replace(/\/(index\.html)?$/, "").concat("/");
}
