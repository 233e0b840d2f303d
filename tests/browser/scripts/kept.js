// Everything a page can keep on a device, and the fonts it brings; empty where it does neither.
async () => ({
  cookie: document.cookie,
  localStorage: Object.keys(localStorage).join(),
  sessionStorage: Object.keys(sessionStorage).join(),
  databases: (await indexedDB.databases()).map((one) => one.name).join(),
  caches: (await caches.keys()).join(),
  workers: (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope).join(),
  fonts: [...document.fonts].map((font) => font.family).join(),
})
