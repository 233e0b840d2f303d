// What was hard, kept on the device: which exercises, in which box, and the day each comes back. Nothing is written
// before the reader has asked for it once, and what cannot be read is left as it lies.

const KEY = "toolbox:review";
const VERSION = 1;
/** Days until an exercise comes back, by the box it is in: how often in a row it was right at the first try. */
const INTERVALS = [1, 3, 7, 16, 35];
const DAY = 86_400_000;
const ID = /^[0-9a-f-]{36}\/[a-z0-9][a-z0-9-]{0,39}$/;
const PATH = /^\/[a-z]{2}\/exercises\/[a-z0-9-]{1,60}\/$/;
export const LARGEST_COPY = 1_000_000;
const MOST = 2000;

/**
 * @typedef {object} Kept
 * @property {string} path of the set's page
 * @property {number} box
 * @property {number} due the day it comes back, counted from 1970 where the reader is
 * @property {number} seen the day it was last answered
 * @property {string} print of the answers it had: changed ones are asked anew
 */
/** @typedef {Record<string, Kept>} Items by the id of the set and of the exercise in it */

/** Why nothing can be read: the browser refuses, what lies there is broken, or a newer page wrote it. */
export class Unreadable extends Error {
  /** @param {"blocked" | "damaged" | "newer"} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

export function today(now = new Date()) {
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / DAY);
}

/** The date of a day as its own language writes it. @param {number} day @param {string} language */
export function dateOf(day, language) {
  const date = new Date(day * DAY);
  return date.toLocaleDateString(language, { timeZone: "UTC", day: "numeric", month: "long" });
}

/** What lies there as it is, null where nothing does. */
export function raw() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    throw new Unreadable("blocked");
  }
}

/** @returns {Items} throws `Unreadable` */
export function read() {
  const text = raw();
  return text === null ? {} : parse(text);
}

/**
 * The exercises in a text that was written here, by this version or an older one. Entries that make no sense are left
 * out; a text that makes none is `Unreadable`.
 * @param {string} text @returns {Items}
 */
export function parse(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Unreadable("damaged");
  }
  if (!data || typeof data !== "object" || typeof data.items !== "object" || !data.items || Array.isArray(data.items))
    throw new Unreadable("damaged");
  if (data.version > VERSION) throw new Unreadable("newer");
  /** @type {Items} */
  const items = {};
  for (const [id, kept] of Object.entries(data.items).slice(0, MOST)) if (isSound(id, kept)) items[id] = tidy(kept);
  return items;
}

function isSound(id, kept) {
  const whole = (number) => Number.isInteger(number) && number >= 0 && number < 1_000_000;
  return ID.test(id) && kept && typeof kept === "object" && PATH.test(kept.path) && whole(kept.box) && whole(kept.due);
}

/** With what an older version did not write. @returns {Kept} */
function tidy({ path, box, due, seen, print }) {
  const text = typeof print === "string" ? print.slice(0, 20) : "";
  return { path, box: Math.min(box, INTERVALS.length - 1), due, seen: Number.isInteger(seen) ? seen : due, print: text };
}

/** @param {Items} items @returns {"" | "blocked" | "full"} why it could not be written */
export function write(items) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: VERSION, items }));
    return "";
  } catch (error) {
    return error && error.name === "QuotaExceededError" ? "full" : "blocked";
  }
}

export function erase() {
  try {
    localStorage.removeItem(KEY);
    return "";
  } catch {
    return "blocked";
  }
}

/** An exercise as it is first kept. @param {string} path @param {string} print @returns {Kept} */
export function fresh(path, print, day = today()) {
  return { path, box: 0, due: day + INTERVALS[0], seen: day, print };
}

/** After an answer; null where the exercise is learned. @param {Kept} kept @param {boolean} solved at the first try */
export function answered(kept, solved, day = today()) {
  const box = solved ? kept.box + 1 : 0;
  return box < INTERVALS.length ? { ...kept, box, due: day + INTERVALS[box], seen: day } : null;
}

/** The ids of those to practise on a day, the longest overdue first. A day far ahead was told by a wrong clock. @param {Items} items */
export function due(items, day = today()) {
  const found = Object.keys(items).filter((id) => items[id].due <= day || items[id].due > day + 400);
  return found.sort((one, other) => items[one].due - items[other].due);
}

/** Two logs as one: of an exercise in both, what was answered last. @param {Items} mine @param {Items} brought */
export function merged(mine, brought) {
  const all = { ...mine };
  for (const [id, kept] of Object.entries(brought)) if (!all[id] || all[id].seen < kept.seen) all[id] = kept;
  return all;
}

/** A short print of a text (FNV-1a), to see whether it has changed. @param {string} text */
export function printOf(text) {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return (hash >>> 0).toString(36);
}
