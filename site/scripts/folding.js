// One spelling for all the ways in which a word may be typed. Never shown: two words are compared by it.

/** What is left out: Arabic tatweel, half spaces and marks of direction, and the apostrophes inside Ukrainian words. */
const SILENT = /[\u0640\u200b-\u200f\u2066-\u2069'’‘ʼ`´′]/g;

/** Letters written for one another, by keyboard or by habit. Marks above and below are gone when this is asked. */
const LETTERS = {
  ø: "o", æ: "ae", đ: "d", ł: "l",
  // Arabic and Persian keyboards have other letters for the same sounds; ة is often typed ه, and ى for ي.
  ي: "ی", ى: "ی", ك: "ک", ة: "ه", ە: "ه", ہ: "ه", ٱ: "ا",
  ґ: "г", ё: "е",
};

/** Rows of Ethiopic letters that sound alike: the first letter of each, and that of the row it is folded to. */
const ROWS = [["ሐ", "ሀ"], ["ኀ", "ሀ"], ["ሠ", "ሰ"], ["ዐ", "አ"], ["ፀ", "ጸ"], ["ሀ", "ሀ"], ["አ", "አ"]];

/** In these rows the first vowel and the fourth sound alike too, as in አ and ኣ. */
const OPEN = ["ሀ", "አ"];

for (const [from, to] of ROWS) {
  for (let vowel = 0; vowel < 7; vowel += 1) {
    LETTERS[letter(from, vowel)] = letter(to, vowel === 0 && OPEN.includes(to) ? 3 : vowel);
  }
}

/** @param {string} first the first letter of a row @param {number} vowel its place in the row */
function letter(first, vowel) {
  return String.fromCharCode(first.charCodeAt(0) + vowel);
}

/** In Somali and English two vowels beside each other are a spelling of their own, not a way to type æ, ø and å. */
const KEEPS_VOWELS = ["so", "en"];

/**
 * @param {string} word
 * @param {string} language the code of the page's language
 */
export function fold(word, language) {
  const plain = word.toLowerCase().replace(SILENT, "").normalize("NFD").replace(/\p{M}/gu, "");
  const letters = Array.from(plain, (each) => LETTERS[each] || digit(each)).join("");
  return KEEPS_VOWELS.includes(language) ? letters : letters.replace(/a[ea]+/g, "a").replace(/oe+/g, "o");
}

/** @param {string} sign Eastern Arabic digits become those on Norwegian keyboards. */
function digit(sign) {
  const code = sign.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return sign;
}

/**
 * The words of a text, as `sitebuilder.build.search` divides them.
 * @param {string} text
 */
export function wordsOf(text) {
  const word = /[\p{L}\p{N}](?:[\p{L}\p{N}\u0300-\u036f\u064b-\u0670\u0640]|[\u200c'’ʼ](?=[\p{L}\p{N}]))*/gu;
  return text.normalize("NFC").toLowerCase().match(word) || [];
}
