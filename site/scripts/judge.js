// What an answer is: right, an error the author knows, nearly right, or wrong. One contract with exercises/judge.py:
// each class of characters is written out as there, and both are held to tests/exercises/verdicts.toml.

/**
 * @typedef {object} Key as exercises/answer_keys.py writes it into a page; what is empty is left out
 * @property {[string, string][]} [accept] right answers, each with a note or ""
 * @property {[string, string][]} [errors] known errors, each with its feedback
 * @property {string[]} [forms] real words and phrases that are never taken for a slip
 * @property {string[]} [late] accepted answers with the verb too late
 * @property {boolean} [case] whether capitals count
 * @property {boolean} [punctuation] whether a final mark counts
 */

/** In UTF-16 units. A longer answer is wrong without being read. */
const LONGEST = 1e4;

const UNSEEN =
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\ud800-\udfff]/gu;

const BLANKS = /[\t-\r \x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** A sign, and what a phone that is clever or a keyboard that is not Norwegian writes for it. */
const FOLDED = { "…": "...", "\u0307": "" };
for (const [sign, ...others] of [
  "'‘’‚‛′´`‹›ʼ｀", '"“”„‟″«»', "-‐‑‒–—―−", "?؟", ".۔።", ",،", ";؛", "Iİ", "iı",
]) {
  for (const other of others) FOLDED[other] = sign;
}

/** All of these, Arabic and Persian digits, and the wide forms of every sign. */
const OTHERS = new RegExp(`[${Object.keys(FOLDED).join("")}\u0660-\u0669\u06f0-\u06f9\uff01-\uff5e]`, "g");

const MARKS = '.,!?;:"()';

/** What Norwegian words are inflected with, and the letter before it. */
const ENDING = /^(?:.(?:a|d|de|e|en|ene|er|ere|es|est|et|s|st|t|te)?|[aeiouyæøå](?:n|ne|r))$/u;

/**
 * The answer as it is compared: equal results are equal answers. Never locale dependent, as a Turkish phone would be.
 * @param {string} text
 * @param {{case?: boolean, punctuation?: boolean}} [match] what is strict
 */
export function normalise(text, match = {}) {
  text = text.replace(UNSEEN, "").normalize("NFC").replace(OTHERS, ours);
  text = strip(text.replace(BLANKS, " "), " ", " ");
  if (!match.punctuation) text = strip(text, "", " .!?");
  return (match.case ? text : text.toLowerCase()).normalize("NFC");
}

function ours(sign) {
  const code = sign.charCodeAt(0);
  return sign in FOLDED ? FOLDED[sign] : code < 0x700 ? code & 15 : String.fromCharCode(code - 0xfee0);
}

/**
 * The first verdict that fits.
 * @param {string} answer
 * @param {Key} key
 * @returns {{verdict: string, text: string, word: string, verbSecond: boolean}}
 */
export function judge(answer, key) {
  const { accept = [], errors = [], forms = [], late = [] } = key;
  const typed = answer.length > LONGEST ? "" : normalise(answer, key);
  const same = ([text]) => typed && normalise(text, key) === typed;
  const right = accept.find(same);
  if (right) return told(right[1] ? "correct-with-note" : "correct", right[1]);
  const error = errors.find(same);
  if (error) return told("known-error", error[1]);
  if (!typed) return told("wrong");

  const words = wordsOf(answer);
  const said = words.map(bare);
  const phrase = said.join(" ");
  const keys = accept.map(([text]) => wordsOf(text));
  const bares = keys.map((key) => key.map(bare));
  const written = keys[bares.findIndex((key) => phrase && key.join(" ") === phrase)];
  if (written) return told("spelling", "", words.find((word, place) => word !== written[place]) || words[0]);
  const inOrder = (list) => [...list].sort().join(" ");
  if (bares.some((key) => inOrder(key) === inOrder(said))) return told("order", "", "", late.includes(phrase));
  for (const [verdict, isNear, most] of [["letters", isTypedOtherwise, said.length], ["spelling", isSlip, 1]]) {
    for (const key of bares) {
      const places = Object.keys(said).filter((place) => said[place] !== key[place]);
      const fits = (place) => isNear(said[place], key[place]) && !forms.includes(said[place]);
      const isCounted = key.length === said.length && places.length && places.length <= most;
      if (isCounted && !forms.includes(phrase) && places.every(fits)) {
        return told(verdict, "", strip(words[places[0]], MARKS, MARKS));
      }
    }
  }
  return told("wrong");
}

function told(verdict, text = "", word = "", verbSecond = false) {
  return { verdict, text, word, verbSecond };
}

/** Without what stands at its ends. A loop, because a pattern would be slow on a long row of marks. */
function strip(text, before, after) {
  let from = 0;
  let to = text.length;
  while (from < to && before.includes(text[from])) from += 1;
  while (to > from && after.includes(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

/** The words as typed; marks and dashes that stand alone are none. */
function wordsOf(text) {
  return normalise(text, { case: true, punctuation: true }).split(" ").filter((word) => !["", "-"].includes(bare(word)));
}

function bare(word) {
  return strip(word, MARKS, MARKS).toLowerCase();
}

/** Whether both have one spelling for æ, ae and ä; for ø, oe, o and ö; and for å, aa and a. */
function isTypedOtherwise(typed, accepted) {
  const [one, other] = [typed, accepted].map((word) =>
    word.replace(/[æä]|[øö]|oe|å|aa/g, (found) => ({ æ: "ae", ä: "ae", å: "a", aa: "a" }[found] || "o")));
  return one === other;
}

/** One slip in a word of five letters, two from ten; none in a number or an ending. */
function isSlip(typed, accepted) {
  const one = [...typed];
  const other = [...accepted];
  const most = other.length > 9 ? 2 : other.length > 4 ? 1 : 0;
  if (Math.abs(one.length - other.length) > most || /[0-9]/.test(typed + accepted)) return false;
  const stem = shared(one, other) - 1;
  const isForm = (word) => stem >= 0 && ENDING.test(word.slice(stem).join(""));
  return within(one, other, most) && !(isForm(one) && isForm(other));
}

/** Whether `most` changes make one word of the other; no letter is changed twice (optimal string alignment). */
function within(one, other, most) {
  const same = shared(one, other);
  const [a, b] = [one.slice(same), other.slice(same)];
  if (!most || !(a[0] || b[0])) return !(a[0] || b[0]);
  const less = (left, right) => within(a.slice(left), b.slice(right), most - 1);
  return less(1, 1) || less(1, 0) || less(0, 1) || (a[0] === b[1] && a[1] === b[0] && less(2, 2));
}

/** How many letters both begin with. */
function shared(one, other) {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

// What compiles late is compiled now, so that the first verdict is as quick as the others.
judge("order", { accept: [["wrong", ""]] });
