// Checking an answer. What judges it is fetched for the types a page has.

import { show } from "./exercise-result.js";

/**
 * @param {HTMLElement} section that has a button and a place for what there is to say
 * @param {object} key
 * @param {DOMStringMap} words
 * @returns {Promise<(byKeyboard: boolean) => void>} what checks the answer as it is now
 */
export async function begin(section, key, words) {
  const isChosen = [key.right, key.pairs, key.orders].some(Array.isArray); // A gap can have such a name.
  const judge = await (isChosen ? import("./exercise-chosen.js") : import("./exercise-typed.js"));
  const result = section.querySelector(".item-result");
  /** The answer is judged, and other scripts are told. */
  const check = () => {
    try {
      const verdict = show(section, judge.linesOf(section, key, words), words);
      result.scrollIntoView({ block: "nearest" });
      if (!verdict) return;
      const detail = { item: section.id.replace("item-", ""), verdict };
      section.dispatchEvent(new CustomEvent("judged", { bubbles: true, detail }));
    } catch {
      section.querySelector(".item-judge").remove(); // Damaged data: the item has its key all the same.
    }
  };
  section.addEventListener("input", ({ target }) => {
    target.removeAttribute("aria-invalid");
    delete target.dataset.verdict;
    if (!result.querySelector(":scope > :not([data-verdict=right])")) result.textContent = "";
  });
  return (byKeyboard) => {
    check();
    const open = Array.from(section.querySelectorAll("[data-verdict]:not([data-verdict=right])"));
    const field = open.find((one) => one.matches("[type=text], textarea"));
    if (byKeyboard && field) field.focus(); // The way back is long.
  };
}
