// Undoes what the other worker did: it stands in its place when a site is built with TOOLBOX_SERVICE_WORKER=off.
// Phones that had a page saved fetch it with the next page they open, and are plain again after that.

const HOME = new URL(self.registration.scope).pathname;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) {
    if (/^saved-\d+:/.test(name) && name.includes(`:${HOME}`)) await caches.delete(name);
  }
  await self.registration.unregister();
}
