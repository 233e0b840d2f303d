// The button that saves a page, and removes it again.

import { NotSaved, find, refresh, remove, save, tidy } from "./offline-store.js";

const path = tidy(location.pathname);

/** @type {string | undefined} what the button says while the page is not saved */
let label;

/** Shows that the page is saved, if it is, and quietly fetches what has changed in it. @param {HTMLElement} place */
export async function showSaved(place) {
  if (!(await find(path))) return remove(path); // It was cut short.
  show(place, "saved");
  return refresh(path).catch(() => {}); // Without network the saved one is the newest there is.
}

/** @param {HTMLElement} place */
export async function press(place) {
  if (place.dataset.state === "saving") return;
  if (place.dataset.state === "saved") {
    await remove(path).catch(() => {});
    show(place, "removed");
    return;
  }
  show(place, "saving");
  try {
    await save(path);
    show(place, "saved");
  } catch (error) {
    show(place, error instanceof NotSaved ? error.reason : "blocked");
  }
}

/** @param {HTMLElement} place @param {string} state the name of the sentence that tells it */
function show(place, state) {
  const button = place.querySelector("button");
  const status = place.querySelector("[role=status]");
  label = label || button.textContent;
  place.dataset.state = state;
  button.textContent = state === "saved" ? button.dataset.remove : label;
  status.textContent = status.dataset[state];
}
