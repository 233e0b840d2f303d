// What a reader has saved on this device. Nothing is stored before she asks.
//
// Each page has a cache of its own with all it needs; one more holds the language's home and offline page. The page
// itself is stored last: a cache without it was cut short, counts as nothing, and is deleted when it is met.

/** As in site/root/sw.js. */
const PREFIX = "saved-1:";

/** How long saving may take in all, in milliseconds: a network that has died says nothing. */
const LIMIT = 60000;

/** What a page or a module fetches; `sitebuilder.build.offline` counts bytes by the same rule. */
const NEEDED =
  /(?:\ssrc="(?=\/(?!\/))|(?:\shref=|\b(?:import|from)\s*\(?\s*)"(?=\/(?:assets|media)\/))([^"]+)"/g;

/** What browsers call it when there is no room, and when the worker does not come. */
const REASONS = { QuotaExceededError: "full", TypeError: "network", AbortError: "network", NetworkError: "network" };

/** Headers that speak of the way a file came, not of the file. */
const OF_THE_WAY = ["content-encoding", "content-length", "vary"];

/** The reason is the name of the sentence that tells it: "network", "full" or "blocked". */
export class NotSaved extends Error {
  /** @param {"network" | "full" | "blocked"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @param {string} path of a page, as in the address bar */
export const tidy = (path) => path.replace(/\/(index\.html)?$/, "").concat("/");

/** "/nb/" for any page in Norwegian. @param {string} path */
const homeOf = (path) => path.slice(0, path.indexOf("/", 1) + 1);

/** @param {string} path */
const nameOf = (path) => PREFIX + path;

/** @param {string} path of a page @returns {Promise<Response | undefined>} the page as it is saved */
export const find = (path) => caches.match(path, { cacheName: nameOf(path) });

/**
 * Saves the page or, where it cannot be saved whole, nothing of it.
 * @param {string} path
 * @throws {NotSaved}
 */
export async function save(path) {
  try {
    await store(path);
    const home = homeOf(path);
    await navigator.serviceWorker.register(`${home}sw.js`, { scope: home, updateViaCache: "none" });
    await within(10000, navigator.serviceWorker.ready);
    if (!(await find(path))) throw new NotSaved("blocked"); // Another tab removed it meanwhile.
  } catch (error) {
    await remove(path).catch(() => {});
    throw error instanceof NotSaved ? error : new NotSaved(REASONS[error.name] || "blocked");
  }
}

/**
 * Stores a saved page anew if it has changed. Whatever fails, the saved one stays.
 * @param {string} path
 */
export async function refresh(path) {
  const saved = await find(path);
  if (!saved) return;
  const [before, now] = await Promise.all([saved.text(), fetched(path).then((file) => file.body.text())]);
  if (before !== now) await store(path);
}

/**
 * Removes a page; with a language's last page also its home and its worker.
 * @param {string} path
 */
export async function remove(path) {
  await caches.delete(nameOf(path));
  const home = homeOf(path);
  const left = (await names()).filter((name) => name.startsWith(nameOf(home)) && name !== nameOf(home));
  if (left.length) return;
  await caches.delete(nameOf(home));
  const registration = await navigator.serviceWorker.getRegistration(home);
  if (registration && new URL(registration.scope).pathname === home) await registration.unregister();
}

/** The paths of all saved pages, in every language. What was cut short is removed. @returns {Promise<string[]>} */
export async function saved() {
  const found = [];
  for (const path of (await names()).map((name) => name.slice(PREFIX.length))) {
    if (path === homeOf(path)) continue;
    if (await find(path)) found.push(path);
    else await remove(path);
  }
  return found;
}

async function names() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/** Fetches everything before it stores anything. @param {string} path */
async function store(path) {
  const home = homeOf(path);
  const [shared, own] = await within(LIMIT, Promise.all([collect([home, `${home}offline/`]), collect([path])]));
  await put(nameOf(home), shared);
  await put(nameOf(path), own);
}

/**
 * @param {string[]} pages
 * @returns {Promise<Map<string, Saved>>} the pages and all they need, the pages last
 * @typedef {{ body: Blob, headers: Headers }} Saved
 */
async function collect(pages) {
  /** @type {Map<string, Saved>} */
  const found = new Map();
  let wanted = pages;
  while (wanted.length) {
    const files = await Promise.all(wanted.map(fetched));
    files.forEach((file, index) => found.set(wanted[index], file));
    const texts = await Promise.all(files.filter(isText).map((file) => file.body.text()));
    const named = texts.flatMap((text) => Array.from(text.matchAll(NEEDED), (match) => match[1]));
    wanted = Array.from(new Set(named)).filter((address) => !found.has(address));
  }
  const needed = Array.from(found).slice(pages.length);
  return new Map([...needed, ...pages.map((page) => /** @type {[string, Saved]} */ ([page, found.get(page)]))]);
}

/** @param {Saved} file */
const isText = (file) => /html|javascript/.test(file.headers.get("content-type") || "");

/** @param {string} address @returns {Promise<Saved>} */
async function fetched(address) {
  try {
    const response = await fetch(address, { cache: "no-cache" });
    if (!response.ok) throw new NotSaved("network");
    const headers = new Headers(response.headers);
    OF_THE_WAY.forEach((name) => headers.delete(name));
    return { body: await response.blob(), headers };
  } catch (error) {
    throw new NotSaved("network");
  }
}

/**
 * Makes the cache hold just these files. They become responses of our own: Safari refuses to show a page from a
 * response that came by way of a redirect.
 * @param {string} name
 * @param {Map<string, Saved>} files
 */
async function put(name, files) {
  const cache = await caches.open(name);
  for (const [address, { body, headers }] of files) await cache.put(address, new Response(body, { headers }));
  for (const request of await cache.keys()) {
    if (!files.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

/**
 * @template T
 * @param {number} limit in milliseconds
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function within(limit, promise) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new NotSaved("network")), limit))]);
}
