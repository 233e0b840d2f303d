// Saying beside an item what there is to say of its answer: in words, with a shape, and tied to the fields it is about.

const WORSE = ["correct", "correct-with-note", "known-error", "order", "letters", "spelling", "wrong"];
const SHAPES = ["right", "right", "wrong", "near", "near", "near", "wrong"];

/**
 * @typedef {object} Line
 * @property {string} verdict "" where there is no answer yet
 * @property {HTMLElement[]} fields what it is about
 * @property {string} [text] a note, a reason, or what is missing
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
  result.textContent = "";
  lines.forEach((line, n) => {
    const shape = SHAPES[WORSE.indexOf(line.verdict)] || "missing";
    const paragraph = document.createElement("p");
    paragraph.id = `${result.id}-${n + 1}`;
    paragraph.dataset.verdict = shape;
    if (line.label) paragraph.append(`${line.label}: `);
    paragraph.append(...message(line, words));
    result.append(paragraph);
    for (const field of line.fields) {
      field.dataset.verdict = shape;
      describe(field, result.id, paragraph.id);
      if (shape !== "right" && field.type !== "radio") field.setAttribute("aria-invalid", "true");
    }
  });
  const verdicts = lines.map((line) => WORSE.indexOf(line.verdict));
  return verdicts.includes(-1) ? "" : WORSE[Math.max(...verdicts)];
}

/** @param {Line} line @param {DOMStringMap} words @returns {(string | Node)[]} */
function message({ verdict, text, word, verbSecond }, words) {
  const more = text ? [" ", said(text)] : [];
  switch (verdict) {
    case "correct":
    case "correct-with-note":
      return [words.correct, ...more];
    case "order":
      return [text || words.order, verbSecond ? ` ${words.verb}` : ""];
    case "letters":
    case "spelling":
      return quoting(words[verdict], word);
    case "known-error":
      return [...named(word), words.notYet, ...more];
    case "wrong":
      return [...named(word), words.notYet, ...(text ? more : [` ${words.again}`])];
  }
  return [text];
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
