/**
 * An exercise, option or role that was copied from another takes its id with it, and has to give it back: it gets one
 * of its own when the page is saved. The block that had the id first keeps it.
 */
(() => {
  const KEY = /^parts-.*-key$/;
  /** The block each id belongs to. */
  const keepers = new Map();

  /** The ids of the blocks around a field, outermost first: "parts-0-value-options-1-value-key" has two. */
  const blockOf = (name) =>
    [...name.matchAll(/-(\d+)-value/g)]
      .map((found) => document.querySelector(`[name="${name.slice(0, found.index)}-${found[1]}-id"]`)?.value)
      .concat(name.endsWith("-first-key") ? "first" : name.endsWith("-second-key") ? "second" : [])
      .join("/");

  function giveBack() {
    const fields = [...document.querySelectorAll("[name^='parts-'][name$='-key']")].filter((field) => KEY.test(field.name));
    const there = new Set(fields.map((field) => blockOf(field.name)));
    for (const field of fields) {
      if (!field.value) continue;
      const block = blockOf(field.name);
      if (!there.has(keepers.get(field.value))) keepers.set(field.value, block);
      else if (keepers.get(field.value) !== block) field.value = "";
    }
  }

  for (const event of ["click", "w-block:ready"]) document.addEventListener(event, () => requestAnimationFrame(giveBack), true);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", giveBack);
  else giveBack();
})();
