// A word without what its language commonly puts before or after it. It is rough on purpose: what comes out is only
// used to find words in the list of those that stand in the texts, when the word itself is not among them.
import { fold } from "./folding.js";

/** Endings by language, longest first where one is the end of another; those of a row stand in the spelling of texts. */
const AFTER = {
  nb: "ingene ingen inger ing enes ene ets ens ers ende er en et ar te de a e r s t n",
  en: "ings ing ies ied es ed ly s e y",
  uk: "увати ами ями ові еві ого ому ими іми ею ою єю ах ях ам ям ів їв ий ій ої ів их іх им ти ся у ю а я и і ї е є о ь й",
  ar: "كما هما كم هم هن ها نا ات ون ين ان تي ته ة ه ك ي ا",
  fa: "هایی های ها ترین تر مان تان شان ان ات ام ای ی م ت ش",
  so: "kaaga taada daada kayga tayda ooyinka oyinka oyin yaasha yaal kii gii tii dii ka ga ha ta da sha ku gu hu tu du shu yo o i a n",
  ti: "ታት ኩም ኩን ና ኻ ካ ኪ ኺ ኩ ኹ ን ቲ ት",
};

const BEFORE = {
  ar: "وال فال بال كال لل ال و ب ل",
  fa: "نمی می",
  ti: "ንዝ ብዝ ን ብ ዝ ክ እት",
};

const SHORTEST = 3;
/** An Ethiopic letter is a whole syllable. */
const SHORTEST_IN_SYLLABLES = 2;

/**
 * @param {string} word a folded word
 * @param {string} language
 */
export function stem(word, language) {
  const shortest = language === "ti" ? SHORTEST_IN_SYLLABLES : SHORTEST;
  const start = affixes(BEFORE, language).find((part) => word.startsWith(part) && word.length - part.length >= shortest);
  const rest = start ? word.slice(start.length) : word;
  const end = affixes(AFTER, language).find((part) => rest.endsWith(part) && rest.length - part.length >= shortest);
  const left = end ? rest.slice(0, -end.length) : rest;
  return language === "ti" ? withoutLastVowel(left) : left;
}

/**
 * Before an ending the last vowel of a Tigrinya word changes. Eight places in Unicode are one consonant with its vowels.
 * @param {string} word
 */
function withoutLastVowel(word) {
  return word.slice(0, -1) + String.fromCharCode(word.charCodeAt(word.length - 1) & ~7);
}

/** @type {Map<Object, string[]>} */
const folded = new Map();

/** @param {Object<string, string>} table @param {string} language */
function affixes(table, language) {
  if (!folded.has(table)) folded.set(table, (table[language] || "").split(" ").filter(Boolean).map((part) => fold(part, language)));
  return folded.get(table);
}
