// The page where what was hard comes back. Each exercise is fetched from the page of its set as it is now, so there is
// only one text of it; what is kept on the phone is when it comes back, and nothing of it leaves the phone.

const place = /** @type {HTMLElement} */ (document.querySelector("[data-review]"));
const words = place.dataset;
const language = document.documentElement.lang;
const find = (name) => /** @type {HTMLElement} */ (place.querySelector(name));
const state = find(".review__state");
const set = find(".review__set");
const stage = find("[data-place]");
const next = find("[data-next]");
const begin = find("[data-begin]");
const exporter = find("[data-export]");
const eraser = find("[data-erase]");

/** @type {typeof import("./review-store.js")} */
let store;
/** Those still to come on this visit. @type {string[]} */
let queue = [];
/** What happened to the last one. @type {string} */
let said = "";

/** A phone that keeps nothing needs nothing to manage it. */
function keepsNothing() {
  try {
    return localStorage.getItem(words.key) === null;
  } catch {
    return false; // Why it cannot be read, the store tells.
  }
}

/** How much there is to do, told once and whenever it changes. */
async function show() {
  find(".review__ways").hidden = false;
  if (!store && keepsNothing()) return tell(words.none);
  let items = {};
  try {
    store = store || (await import("./review-store.js"));
    exporter.hidden = eraser.hidden = store.raw() === null;
    items = store.read();
  } catch (error) {
    begin.hidden = true;
    return tell(words[error.why] || words.network);
  }
  const ids = Object.keys(items);
  queue = store.due(items);
  begin.hidden = !queue.length || !set.hidden;
  if (!ids.length) return tell(said || words.none);
  const later = ids.filter((id) => !queue.includes(id)).map((id) => items[id].due);
  const lines = queue.length ? [fill(words.due, { n: queue.length })] : [];
  if (later.length)
    lines.push(fill(words.later, { n: later.length, date: store.dateOf(later.reduce((a, b) => Math.min(a, b)), language) }));
  tell([said, ...lines].filter(Boolean).join(" "));
}

/** @param {string} text */
function tell(text) {
  state.textContent = text;
}

/** @param {string} text @param {Record<string, string | number>} values */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** The next one there is. One that is gone is taken out, one that cannot be fetched waits. */
async function go() {
  const { attach } = await import("./exercise-items.js").catch(() => ({ attach: null }));
  if (!attach) return tell(words.network);
  begin.hidden = next.hidden = true;
  const notes = [];
  while (queue.length) {
    const id = queue.shift();
    const items = store.read();
    if (!items[id]) continue; // Another tab has erased it.
    const found = await sectionOf(id, items[id].path).catch(() => "away");
    if (found === "away") {
      if (!notes.includes(words.network)) notes.push(words.network);
    } else if (!found) {
      delete items[id];
      store.write(items);
      notes.push(words.gone);
    } else {
      ask(id, found, items[id], notes, attach);
      return;
    }
  }
  set.hidden = true;
  said = [...notes, words.done].join(" ");
  show();
  begin.hidden = true; // What waits for the network is no more to be begun than before.
}

/**
 * The exercise as its page has it now, in the reader's language where there is one; null where it is gone.
 * @param {string} id @param {string} path
 */
async function sectionOf(id, path) {
  const item = id.split("/")[1];
  for (const address of new Set([path.replace(/^\/[a-z]{2}\//, `/${language}/`), path])) {
    const answer = await fetch(address);
    if (answer.status === 404) continue;
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const article = page.querySelector("article[data-id]");
    if (!article || `${article.dataset.id}/${item}` !== id) continue;
    const section = article.querySelector(`[id="item-${item}"]`);
    if (section) return { section, address, title: page.querySelector("h1").textContent, page: page.documentElement };
  }
  return null;
}

/** Puts an exercise before the reader. `attach` is what makes it work. */
function ask(id, { section, address, title, page }, kept, notes, attach) {
  const print = store.printOf(section.dataset.key || "");
  const changed = kept.print !== "" && kept.print !== print; // An older log tells no print.
  if (changed) notes.push(words.changed);
  tell([...notes, fill(words.due, { n: queue.length + 1 })].join(" "));
  const from = /** @type {HTMLAnchorElement} */ (find("[data-from]"));
  Object.assign(from, { href: `${address}#${section.id}`, textContent: title, lang: page.lang, dir: page.dir });
  while (stage.firstChild) stage.firstChild.remove();
  const own = document.importNode(section, true);
  Object.assign(own, { lang: page.lang, dir: page.dir, tabIndex: -1 });
  stage.append(own);
  set.hidden = false;
  attach(own);
  own.focus();
  const now = { ...kept, box: changed ? 0 : kept.box, print };
  let first = true;
  own.addEventListener("judged", ({ detail }) => {
    const solved = detail.verdict.startsWith("correct");
    if (first) settle(id, now, solved);
    first = false;
    if (solved) next.hidden = false;
  });
  own.querySelector(".item-key")?.addEventListener("toggle", () => {
    if (first) settle(id, now, false); // Who looks at the answer has not known it.
    first = false;
    next.hidden = false;
  });
}

function settle(id, kept, solved) {
  let items;
  try {
    items = store.read();
  } catch (error) {
    return tell(words[error.why]);
  }
  if (!items[id]) return; // Erased meanwhile in another tab: it is not kept again.
  const now = store.answered(kept, solved);
  if (now) items[id] = now;
  else delete items[id];
  const wrong = store.write(items);
  tell(wrong ? words[wrong] : now ? fill(words.againOn, { date: store.dateOf(now.due, language) }) : words.learned);
}

exporter.addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([store.raw()], { type: "application/json" }));
  link.download = "mentor-toolbox-review.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
});

find("[data-import]").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (!file) return;
  try {
    store = store || (await import("./review-store.js"));
    said = file.size > store.LARGEST_COPY ? words.importBig : await bring(file);
  } catch {
    said = words.network;
  }
  target.value = "";
  show();
});

/** Adds what a file holds to what is here. @param {File} file @returns what came of it */
async function bring(file) {
  let brought;
  try {
    brought = store.parse(await file.text());
  } catch (error) {
    return error.why === "newer" ? words.newer : words.importBad;
  }
  try {
    const all = store.merged(store.read(), brought);
    const wrong = store.write(all);
    return wrong ? words[wrong] : fill(words.imported, { n: Object.keys(all).length });
  } catch (error) {
    return words[error.why];
  }
}

let sure = false;
const asks = eraser.textContent;
eraser.addEventListener("click", () => {
  if (!sure) {
    sure = true;
    eraser.textContent = words.eraseSure;
    return;
  }
  said = words[store.erase() || "erased"];
  set.hidden = true;
  show();
  leave();
});
eraser.addEventListener("blur", leave);

/** A press that was not meant is taken back by going elsewhere. */
function leave() {
  sure = false;
  eraser.textContent = asks;
}

begin.firstElementChild.addEventListener("click", go);
next.firstElementChild.addEventListener("click", go);
addEventListener("storage", () => set.hidden && show());
show();
