// Pagefind's index of one language with the list of its words beside it, fetched when something is first asked.
import { wordsOf } from "./folding.js";
import { attempts, vocabularyOf } from "./query.js";

/**
 * @typedef {Object} Found
 * @property {string} url
 * @property {string} title
 * @property {string} excerpt with <mark> around what was found
 */
/**
 * @typedef {Object} Result
 * @property {number} score
 * @property {() => Promise<Found>} page
 */

/** @type {Promise<{vocabulary: import("./query.js").Vocabulary, pagefind: () => Promise<Object>}> | null} */
let opened = null;

/** How often it was opened: a browser may remember that a module could not be fetched, by its address. */
let times = 0;

/**
 * Every page that answers the query, the best first. `instead` are the words that were searched for where they are
 * not those of the query. Fails where the index cannot be fetched; the next call tries again.
 * @param {string} query
 * @param {string} language
 * @returns {Promise<{results: Result[], instead: string}>}
 */
export async function find(query, language) {
  if (!opened) opened = open(language);
  try {
    const { vocabulary, pagefind } = await opened;
    const tries = attempts(query, vocabulary);
    if (!tries.length) return { results: [], instead: "" };
    const index = await pagefind();
    for (const searches of tries) {
      const results = merged(await Promise.all(searches.map((words) => index.search(words))));
      if (results.length) return { results, instead: instead(query, searches) };
    }
    throw new Error("Words of the texts were not found: a part of the index is missing.");
  } catch (error) {
    return close(error);
  }
}

/**
 * Pagefind remembers what it could not fetch as if it had it: the next question begins anew.
 * @param {Error} error
 * @returns {never}
 */
function close(error) {
  opened = null;
  throw error;
}

/** @param {string} language */
async function open(language) {
  times += 1;
  const folder = `/${language}/pagefind`;
  const answer = await fetch(`${folder}/words.txt`);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const words = (await answer.text()).split("\n").filter(Boolean);
  let index = null;
  const pagefind = () => {
    if (!index) index = start(`${folder}/pagefind.js${times > 1 ? `?${times}` : ""}`);
    return index;
  };
  return { vocabulary: vocabularyOf(words, language), pagefind };
}

/** @param {string} address */
async function start(address) {
  const { createInstance } = await import(address);
  // Its worker is a second copy of itself; the indexes here are small enough to be searched without one.
  const index = createInstance({ noWorker: true, excerptLength: 24 });
  await index.init();
  return index;
}

/**
 * The results of searches that were made together, each page once.
 * @param {{results: {id: string, score: number, data: () => Promise<Object>}[]}[]} answers
 * @returns {Result[]}
 */
function merged(answers) {
  const pages = new Map();
  for (const result of answers.flatMap((each) => each.results)) {
    const known = pages.get(result.id);
    const best = known && known.best.score > result.score ? known.best : result;
    pages.set(result.id, { best, score: result.score + (known ? known.score : 0) });
  }
  return Array.from(pages.values())
    .sort((one, other) => other.score - one.score)
    .map(({ best, score }) => ({ score, page: () => best.data().then(found, close) }));
}

/** @param {{url: string, meta: {title: string}, excerpt: string}} data @returns {Found} */
function found(data) {
  return { url: data.url, title: data.meta.title, excerpt: data.excerpt };
}

/** @param {string} query @param {string[]} searches */
function instead(query, searches) {
  const typed = wordsOf(query).join(" ");
  return searches.includes(typed) ? "" : searches.join(", ");
}
