// From what a reader typed to words that stand in the texts. Pagefind gets no other words: one that it does not know
// it cuts down until something begins with the rest, and then it finds what nobody asked for.
import { stem } from "./endings.js";
import { fold, wordsOf } from "./folding.js";
import { slips } from "./near.js";

const MOST_WORDS = 8;
const MOST_SPELLINGS = 6;
const MOST_SEARCHES = 12;

/** Words this short have too many neighbours for a slip of the finger to be told from another word. */
const SURE_LENGTH = 4;
const TWO_SLIPS_FROM = 9;

/**
 * @typedef {Object} Vocabulary the words of a language's texts, findable by every way to type them
 * @property {string} language
 * @property {Set<string>} words
 * @property {Map<string, string[]>} byFold
 */

/**
 * @param {string[]} words every word that stands in the texts, in small letters
 * @param {string} language
 * @returns {Vocabulary}
 */
export function vocabularyOf(words, language) {
  const byFold = new Map();
  for (const word of words) {
    const folded = fold(word, language);
    if (!byFold.has(folded)) byFold.set(folded, []);
    byFold.get(folded).push(word);
  }
  return { language, words: new Set(words), byFold };
}

/**
 * What to search for, in this order, until something is found. Each attempt is a list of searches that are made
 * together. None where no word of the query stands in the texts.
 * @param {string} query
 * @param {Vocabulary} vocabulary
 * @returns {string[][]}
 */
export function attempts(query, vocabulary) {
  const typed = wordsOf(query).slice(0, MOST_WORDS);
  const units = joined(typed, vocabulary).flatMap((word) => apart(word, vocabulary));
  const known = units.map((word) => spellings(word, vocabulary)).filter((found) => found.length);
  if (!known.length) return [];
  const whole = vocabulary.byFold.get(fold(typed.join(""), vocabulary.language));
  const together = combinations(known).map((words) => words.join(" "));
  const single = known.length > 1 ? Array.from(new Set(known.flat())) : [];
  return [together, typed.length > 1 && whole ? whole : [], single]
    .filter((searches) => searches.length)
    .map((searches) => searches.slice(0, MOST_SEARCHES).map(term));
}

/**
 * The words of the texts that a word can mean, by the first way that leads to any: as it is, spelled otherwise, as a
 * beginning, in another form, with a slip of the finger.
 * @param {string} word
 * @param {Vocabulary} vocabulary
 */
function spellings(word, vocabulary) {
  if (vocabulary.words.has(word)) return [word];
  const folded = fold(word, vocabulary.language);
  for (const way of [same, longer, inflected, mistyped]) {
    const found = way(folded, vocabulary);
    if (found.length) return found.slice(0, MOST_SPELLINGS);
  }
  return [];
}

/** @param {string} folded @param {Vocabulary} vocabulary @returns {string[]} */
function same(folded, vocabulary) {
  return vocabulary.byFold.get(folded) || [];
}

/** @param {string} folded @param {Vocabulary} vocabulary */
function longer(folded, vocabulary) {
  return folded.length < 2 ? [] : nearest(folded, vocabulary, (other) => other.startsWith(folded));
}

/** @param {string} folded @param {Vocabulary} vocabulary */
function inflected(folded, vocabulary) {
  const wanted = stem(folded, vocabulary.language);
  return nearest(folded, vocabulary, (other) => stem(other, vocabulary.language) === wanted);
}

/** @param {string} folded @param {Vocabulary} vocabulary */
function mistyped(folded, vocabulary) {
  if (folded.length < SURE_LENGTH) return [];
  const most = folded.length < TWO_SLIPS_FROM ? 1 : 2;
  return nearest(folded, vocabulary, (other) => slips(folded, other, most) <= most);
}

/**
 * The words whose folded form fits, those of about the same length first.
 * @param {string} folded
 * @param {Vocabulary} vocabulary
 * @param {(other: string) => boolean} fits
 */
function nearest(folded, vocabulary, fits) {
  const found = Array.from(vocabulary.byFold.keys()).filter(fits);
  const distance = (/** @type {string} */ other) => Math.abs(other.length - folded.length);
  return found.sort((one, other) => distance(one) - distance(other)).flatMap((other) => vocabulary.byFold.get(other));
}

/**
 * Two words that are one in the texts become one: "jobb intervju", "می شود".
 * @param {string[]} words
 * @param {Vocabulary} vocabulary
 */
function joined(words, vocabulary) {
  const done = [];
  for (let at = 0; at < words.length; at += 1) {
    const pair = words.slice(at, at + 2);
    const both = pair.length === 2 && vocabulary.byFold.has(fold(pair.join(""), vocabulary.language));
    if (both && !pair.every((word) => vocabulary.words.has(word))) {
      done.push(pair.join(""));
      at += 1;
    } else {
      done.push(words[at]);
    }
  }
  return done;
}

/**
 * A word with a half space that stands nowhere is taken for two.
 * @param {string} word
 * @param {Vocabulary} vocabulary
 */
function apart(word, vocabulary) {
  const known = vocabulary.byFold.has(fold(word, vocabulary.language));
  return known || !word.includes("\u200c") ? [word] : word.split("\u200c");
}

/**
 * Every choice of one from each list.
 * @param {string[][]} lists
 * @returns {string[][]}
 */
function combinations(lists) {
  return lists.reduce((made, list) => made.flatMap((begun) => list.map((next) => [...begun, next])), [[]]).slice(0, MOST_SEARCHES);
}

/** The half space and apostrophes are not in Pagefind's index. @param {string} words */
function term(words) {
  return words.replace(/[\u200c'’]/g, "");
}
