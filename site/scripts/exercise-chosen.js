// Judging what was chosen, marked, paired or put in order.

import { judge } from "./judge.js";

/**
 * @param {HTMLElement} section
 * @param {{ right?: string[], feedback?: Record<string, string>, pairs?: string[], orders?: number[][], late?: string[] }} key
 * @param {DOMStringMap} words
 * @returns {import("./exercise-result.js").Line[]} what there is to say of the answer
 */
export function linesOf(section, key, words) {
  return (key.right ? marked : key.pairs ? paired : ordered)(section, key, words);
}

/** Right or wrong, box by box. */
function marked(section, { right, feedback = {} }, words) {
  const boxes = Array.from(section.querySelectorAll("input"));
  const chosen = boxes.filter((box) => box.checked);
  const wrong = chosen.filter((box) => !right.includes(box.value));
  if (!chosen.length) return [{ verdict: "", message: words.empty, fields: [] }];
  if (wrong.length) {
    return wrong.map((box) => ({
      verdict: feedback[box.value] ? "known-error" : "wrong",
      text: feedback[box.value],
      word: box.type === "radio" ? "" : box.labels[0].textContent,
      fields: [box],
    }));
  }
  if (chosen.length < right.length) return [{ verdict: "wrong", shape: "near", message: words.more, fields: [] }];
  return [{ verdict: "correct", text: right.map((value) => feedback[value] || "").join(" ").trim(), fields: chosen }];
}

/** Row by row; what reads alike is alike. */
function paired(section, { pairs }, words) {
  const selects = Array.from(section.querySelectorAll("select"));
  const empty = selects.filter((select) => !select.value);
  if (empty.length) return [{ verdict: "", message: words.empty, fields: empty }];
  const wrong = selects.filter((select, n) => {
    const right = Array.from(select.options).find((option) => option.value === pairs[n]);
    return select.selectedOptions[0].text !== right.text;
  });
  if (!wrong.length) return [{ verdict: "correct", fields: selects }];
  const message = words.some.replace("{n}", selects.length - wrong.length).replace("{total}", selects.length);
  return [{ verdict: "wrong", message, fields: wrong }];
}

/** The order as a whole; rows that read alike can stand for one another. */
function ordered(section, { orders, late }, words) {
  const rows = Array.from(section.querySelectorAll("select"));
  const textOf = (row) => row.labels[0].textContent;
  const texts = new Map(rows.map((row) => [Number(row.id.split("-").pop()), textOf(row)]));
  const given = rows.map((_, n) => rows.find((row) => row.value === String(n + 1)));
  if (given.includes(undefined)) {
    return [{ verdict: "", message: words.unplaced, fields: rows.filter((row) => !row.value) }];
  }
  const sentence = given.map(textOf);
  const begun = orders.map((order) => {
    const wrong = order.findIndex((row, n) => texts.get(row) !== sentence[n]);
    return wrong < 0 ? rows.length : wrong;
  });
  const most = Math.max(...begun);
  if (most === rows.length) return [{ verdict: "correct", fields: rows }];
  const message = words.unordered + (most ? ` ${words.begun.replace("{n}", most)}` : "");
  const accept = orders.map((order) => [order.map((row) => texts.get(row)).join(" ")]);
  return [{ verdict: "order", message, verbSecond: judge(sentence.join(" "), { accept, late }).verbSecond, fields: [] }];
}
