/**
 * An exercise, option or heading that was copied from another takes its id with it, and has to give it back: it gets
 * one of its own when the page is saved. The block that had the id first keeps it.
 * Exercises have ids among each other, and so have headings; options and roles have them inside their exercise.
 */
(() => {
  const KEY = /^(parts-\d+)-value-(?:(options-\d+)-value-|(first|second)-)?key$/;
  /** The block each id belongs to. */
  const keepers = new Map();

  const valueOf = (name) => document.querySelector(`[name="${name}"]`)?.value ?? "";

  /** @returns {{field: HTMLInputElement, block: string, key: string}[]} the ids in the form, each told apart by where it counts */
  function keysOf() {
    const found = [];
    for (const field of document.querySelectorAll("[name^='parts-'][name$='-key']")) {
      const [, part, option, role] = KEY.exec(field.name) ?? [];
      if (!part || !field.value) continue;
      const item = valueOf(`${part}-id`);
      const own = option ? valueOf(`${part}-value-${option}-id`) : (role ?? "");
      const among = own ? item : valueOf(`${part}-type`) === "subheading" ? "headings" : "exercises";
      found.push({ field, block: `${item}/${own}`, key: `${among} ${field.value}` });
    }
    return found;
  }

  function giveBack() {
    const keys = keysOf();
    const there = new Set(keys.map(({ block }) => block));
    for (const { field, block, key } of keys) {
      if (!there.has(keepers.get(key))) keepers.set(key, block);
      else if (keepers.get(key) !== block) field.value = "";
    }
  }

  for (const event of ["click", "w-block:ready"]) document.addEventListener(event, () => requestAnimationFrame(giveBack), true);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", giveBack);
  else giveBack();
})();
