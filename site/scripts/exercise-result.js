// Saying beside an item what there is to say of its answer: in words, with a shape, and tied to the fields it is about.

/** What each verdict looks like, each worse than the one before it. */
const SHAPES = {
  correct: "right",
  "correct-with-note": "right",
  "known-error": "wrong",
  order: "near",
  letters: "near",
  spelling: "near",
  wrong: "wrong",
};

/**
 * @typedef {object} Line
 * @property {string} verdict "" where there is no answer yet
 * @property {HTMLElement[]} fields what it is about
 * @property {string} [text] a note or a reason
 * @property {string} [message] what is said instead of what the verdict says
 * @property {string} [shape] what it looks like, where that is not what the verdict looks like
 * @property {string} [word] the word it is about
 * @property {boolean} [verbSecond]
 * @property {string} [label] which of several places it is about
 */

/**
 * @param {HTMLElement} section @param {Line[]} lines @param {DOMStringMap} words
 * @returns {string} the worst of the verdicts, "" where an answer is missing
 */
export function show(section, lines, words) {
  const result = section.querySelector(".item-result");
  for (const field of section.querySelectorAll("[data-verdict]")) {
    delete field.dataset.verdict;
    field.removeAttribute("aria-invalid");
  }
  for (const field of section.querySelectorAll(`[aria-describedby*="${result.id}"]`)) describe(field, result.id, "");
  for (const group of section.querySelectorAll("fieldset")) describe(group, result.id, result.id);
  result.textContent = "";
  lines.forEach((line, n) => {
    const shape = line.shape || SHAPES[line.verdict] || "missing";
    const paragraph = document.createElement("p");
    paragraph.id = `${result.id}-${n + 1}`;
    paragraph.dataset.verdict = shape;
    if (line.label) paragraph.append(`${line.label}: `);
    paragraph.append(...sentences(line, words));
    result.append(paragraph);
    for (const field of line.fields) {
      field.dataset.verdict = shape;
      describe(field, result.id, paragraph.id);
      if (shape !== "right" && field.type !== "radio") field.setAttribute("aria-invalid", "true");
    }
  });
  const found = lines.map((line) => line.verdict);
  return found.includes("") ? "" : Object.keys(SHAPES).reverse().find((verdict) => found.includes(verdict));
}

/** @param {Line} line @param {DOMStringMap} words @returns {(string | Node)[]} */
function sentences({ verdict, text, word, verbSecond, message }, words) {
  const verb = verbSecond ? ` ${words.verb}` : "";
  if (message) return [message, verb];
  if (verdict === "order") return [words.order, verb];
  if (word && (verdict === "letters" || verdict === "spelling")) return quoting(words[verdict], word);
  const right = verdict.startsWith("correct");
  if (text) return [...named(word), right ? words.correct : words.notQuite, " ", said(text)];
  return right ? [words.correct] : [...named(word), `${words.notYet} ${words.again}`];
}

/** What is said of one of several words begins with it. @param {string} [word] */
function named(word) {
  return word ? quoting("{word}: ", word.trim()) : [];
}

/** @param {string} words with a place for a word @param {string} word a Norwegian one */
function quoting(words, word) {
  const [before, after] = words.split("{word}");
  const quoted = document.createElement("bdi");
  Object.assign(quoted, { lang: "nb", dir: "ltr", textContent: word });
  return [before, quoted, after];
}

/** A text of the author's. @param {string} text */
function said(text) {
  const made = document.createElement("span");
  Object.assign(made, { dir: "auto", textContent: text });
  return made;
}

/** Ties a field to what is said of it, beside what describes it already. */
function describe(field, ours, id) {
  const others = (field.getAttribute("aria-describedby") || "").split(" ").filter((one) => !one.startsWith(ours));
  const ids = [...others, id].filter(Boolean).join(" ");
  if (ids) field.setAttribute("aria-describedby", ids);
  else field.removeAttribute("aria-describedby");
}
