// What every content page begins with: it attaches what the page can do, and fetches the larger parts when they are
// first asked for. Leaving waits for nothing, so it stands here whole.

/** @type {HTMLAnchorElement | null} */
const exit = document.querySelector("a.leave");
/** @type {HTMLElement | null} */
const actions = document.querySelector(".actions");

/** @type {HTMLElement | null} */
const saving = document.querySelector("[data-save]");

if (exit) attachExit(exit);
if (actions) attachActions(actions);
if (document.querySelector(".part")) attachParts();
if (saving && saving.dataset.save && "serviceWorker" in navigator && "caches" in self) {
  offerToSave(saving).catch(() => {});
}

/** A press on the link, or three on Shift within two seconds, leave at once. @param {HTMLAnchorElement} link */
function attachExit(link) {
  const page = document.documentElement;
  const leave = () => {
    page.hidden = true; // On a slow network the next page takes its time.
    document.title = link.hostname;
    location.replace(link.href); // Going back does not lead here again.
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  /** @type {number[]} */
  let presses = [];
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    // Another key in between: somebody is writing capital letters.
    presses = event.key === "Shift" ? [...presses, event.timeStamp].slice(-3) : [];
    if (presses.length === 3 && presses[2] - presses[0] <= 2000) leave();
  });
  // A page that the browser kept and shows again must not stay blank. A page that is still leaving must.
  addEventListener("pageshow", (event) => {
    if (event.persisted) page.hidden = false;
  });
  const keys = document.querySelector("[data-leave-keys]");
  if (keys && matchMedia("(any-pointer: fine)").matches) keys.hidden = false;
}

/** @param {HTMLElement} block */
function attachActions(block) {
  const { address, title } = block.dataset;
  /** @param {string} name @returns {HTMLElement | null} */
  const find = (name) => block.querySelector(`[data-${name}]`);
  const panel = block.querySelector("details");
  const share = find("share");
  const print = find("print");
  if (share && navigator.share) {
    share.hidden = find("with-share").hidden = false;
    find("without-share").hidden = true;
    share.addEventListener("click", () => {
      navigator.share({ title, url: address }).catch((error) => {
        if (error.name !== "AbortError") panel.open = true; // The phone cannot; the other ways are there.
      });
    });
  }
  if (panel) {
    const fetchCopy = () => import("./copy.js").then((module) => module.attachCopy(block));
    panel.addEventListener("toggle", () => fetchCopy().catch(() => {}), { once: true });
  }
  if (print && window.print) {
    print.hidden = false;
    print.addEventListener("click", () => {
      import("./print.js").then((module) => module.printPage(block), () => window.print());
    });
  }
}

/** The folds of a case open without a script. What helps them comes with the first press, or where a part is named. */
function attachParts() {
  const fetchParts = () => import("./parts.js").catch(() => {});
  if (location.hash) fetchParts();
  addEventListener("click", fetchParts, { once: true });
  addEventListener("keydown", fetchParts, { once: true }); // The keys that print are two.
}

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
  place.hidden = false;
  if (names.some((name) => name.endsWith(`:${location.pathname}`))) (await import("./save.js")).showSaved(place);
}
