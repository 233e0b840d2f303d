// A story scene by scene: what is shown follows the address, so that links, the browser's Back and addresses that were
// passed on all work. Where the reader has been stands in the browser's history and nowhere else.

import "./page.js";

/**
 * @typedef {object} Place where the reader is in the story
 * @property {string} at the id of the scene, or of the choice in it
 * @property {string[]} path the ids of the choices made so far
 * @property {number} depth how many steps of the browser's history lie in this page before it
 */

/** @type {HTMLElement | null} */
const story = document.querySelector(".story");
/** @type {HTMLElement | null} */
const play = document.querySelector(".play");
/** @type {Element} */
let here;
/** @type {Place} */
let place;

if (story && play) begin();

function begin() {
  const start = sectionAt(location.hash) || story.querySelector(".start");
  place = known() || { at: start.id, path: start.matches(".choice") ? [start.id] : [], depth: 0 };
  history.replaceState(place, "");
  story.classList.add("is-played");
  show();
  play.hidden = false;
  addEventListener("hashchange", arrive);
  find("back").addEventListener("click", () => history.back());
  const path = play.querySelector(".path");
  path.addEventListener("toggle", () => import("./story-path.js").then((module) => module.attachPath(play)), {
    once: true,
  });
  const keeping = () => import("./story-keep.js").then((module) => module.keeping(play, story, walk));
  const keep = find("keep");
  keep.addEventListener("click", () =>
    keeping().then(
      (kept) => kept.keep(),
      () => (find("kept").textContent = find("kept").dataset.blocked),
    ),
  );
  if (hasKept()) keeping().then((kept) => kept.offer(), () => {});
}

/** @param {string} name @returns {HTMLElement} the part of the bar with this name */
function find(name) {
  return play.querySelector(`[data-${name}]`);
}

/** The scene or choice an address leads to, null where it leads elsewhere on the page. @param {string} hash */
function sectionAt(hash) {
  const found = hash && document.getElementById(hash.slice(1));
  return found && story.contains(found) ? found.closest(".choice, .scene") : null;
}

/** What the browser remembers of this place, if the story as it is now still has it. @returns {Place | null} */
function known() {
  const state = history.state;
  const there = (id) => sectionAt(`#${id}`);
  return state && Array.isArray(state.path) && [state.at, ...state.path].every(there) ? state : null;
}

/** The address has changed: by a link, or by going back or forward to where the reader has been. */
function arrive() {
  const target = sectionAt(location.hash) || (location.hash ? null : story.querySelector(".start"));
  const next = target || here; // An address elsewhere on the page leaves the story where it is.
  place = known() || { at: next.id, path: pathTo(next), depth: place.depth + 1 };
  history.replaceState(place, "");
  show();
  if (target) face();
}

/** The choices that lead from here to a section. @param {Element} next */
function pathTo(next) {
  const scene = here.closest(".scene");
  if (next === here) return place.path;
  if (next.matches(".scene")) return here.querySelector(`:not(.again) > [href="#${next.id}"]`) ? place.path : [];
  if (next.closest(".scene") !== scene) return [next.id];
  return [...place.path.slice(0, here === scene ? undefined : -1), next.id];
}

function show() {
  for (const one of story.querySelectorAll(".is-here")) one.classList.remove("is-here");
  here = sectionAt(`#${place.at}`);
  const scene = here.closest(".scene");
  here.classList.add("is-here");
  scene.classList.add("is-here");
  for (const link of scene.querySelectorAll(".choices a")) {
    if (link.hash === `#${place.at}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const step = find("step");
  step.textContent = step.dataset.step.replace("{n}", String(place.path.length + (here === scene ? 1 : 0)));
  find("back").hidden = !place.depth;
  play.dataset.path = place.path.join(" ");
  play.dispatchEvent(new Event("step"));
}

/** Brings the heading of what is shown before the reader's eyes, and to where the next Tab goes on from. */
function face() {
  here.querySelector("[tabindex]").focus({ preventScroll: true });
  here.scrollIntoView();
}

/** Goes a way at once, each step of it a step of the history. @param {{ at: string, path: string[] }[]} steps */
function walk(steps) {
  for (const step of steps) {
    place = { ...step, depth: place.depth + 1 };
    history.pushState(place, "", `#${step.at}`);
  }
  show();
  face();
}

function hasKept() {
  try {
    return localStorage.getItem(play.dataset.key) !== null;
  } catch {
    return false;
  }
}
