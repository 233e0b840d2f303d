// What was hard in a set can be kept on the phone, once the reader asks for it.

import { fresh, printOf, read, write } from "./review-store.js";

const place = /** @type {HTMLElement} */ (document.querySelector("[data-review-keep]"));
const article = /** @type {HTMLElement} */ (document.querySelector("article[data-id]"));
const keep = place.querySelector("button");
const status = place.querySelector("[role=status]");
const more = /** @type {HTMLElement} */ (place.querySelector("[data-review-link]"));
/** The first verdict on each exercise decides: was it hard? @type {Map<string, boolean>} */
const hard = new Map();
/** @type {Set<string>} */
const kept = new Set();

/** @param {string} item @param {boolean} solved */
export function answered(item, solved) {
  if (!hard.has(item)) hard.set(item, !solved);
  show();
}

function waiting() {
  return Array.from(hard.keys()).filter((item) => hard.get(item) && !kept.has(item));
}

function show() {
  const found = waiting();
  place.hidden = !found.length && !kept.size;
  keep.hidden = !found.length;
  const said = /** @type {HTMLElement} */ (place.querySelector("[data-hard]"));
  said.hidden = !found.length;
  said.textContent = said.dataset.hard.replace("{n}", String(found.length));
}

keep.addEventListener("click", () => {
  const found = waiting();
  let items;
  try {
    items = read();
  } catch (error) {
    status.textContent = place.dataset[error.why];
    return;
  }
  for (const item of found) {
    const section = document.getElementById(`item-${item}`);
    items[`${article.dataset.id}/${item}`] = fresh(location.pathname, printOf(section.dataset.key || ""));
  }
  const wrong = write(items);
  status.textContent = place.dataset[wrong || "kept"];
  if (wrong) return;
  for (const item of found) kept.add(item);
  more.hidden = false;
  show();
  more.querySelector("a").focus(); // What was pressed is hidden now.
});
