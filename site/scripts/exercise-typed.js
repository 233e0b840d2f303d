// Judging what was typed, or chosen for a place in a sentence, place by place.

import { judge } from "./judge.js";

/**
 * @param {HTMLElement} section
 * @param {Record<string, object>} key for each place by its name; what is heard is "sentence"
 * @param {DOMStringMap} words
 * @returns {import("./exercise-result.js").Line[]} what there is to say of the answer
 */
export function linesOf(section, key, words) {
  const fields = Array.from(section.querySelectorAll("[name]"));
  const lines = fields.map((field) => {
    const isSelect = field.matches("select");
    const answer = isSelect && field.value ? field.selectedOptions[0].text : field.value;
    if (!answer.trim()) return { verdict: "", message: words.empty, fields: [field] };
    const name = field.name.slice(section.id.length + 1);
    const judged = judge(answer, field.matches("textarea") ? key.sentence : key[name]);
    // Nobody misspells a word that was only picked.
    const slip = isSelect && (judged.verdict === "letters" || judged.verdict === "spelling");
    return { ...judged, verdict: slip ? "wrong" : judged.verdict, fields: [field] };
  });
  if (lines.every((line) => !line.verdict)) return [{ verdict: "", message: words.empty, fields }];
  if (fields.length > 1) for (const line of lines) line.label = line.fields[0].labels[0].textContent;
  return lines;
}
