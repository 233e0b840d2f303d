// Keys for the letters that many keyboards do not have, under the field the reader writes in.

/** @param {HTMLElement} section in which a field has the focus @param {DOMStringMap} words */
export function attach(section, words) {
  let field = section.querySelector(":focus");
  if (!field || section.querySelector(".item-letters")) return;
  const bar = document.createElement("div");
  const keys = Array.from("æøåÆØÅ", (letter, n) => {
    const key = document.createElement("button");
    Object.assign(key, { type: "button", textContent: letter, tabIndex: n ? -1 : 0 });
    key.addEventListener("click", () => {
      field.focus();
      field.setRangeText(letter, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    return key;
  });
  Object.assign(bar, { className: "item-letters", lang: "nb", dir: "ltr" });
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", words.keys);
  bar.append(...keys);
  bar.addEventListener("mousedown", (event) => event.preventDefault()); // The field keeps the focus, and its caret.
  bar.addEventListener("keydown", ({ key, target }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    const next = keys[(keys.indexOf(target) + step + keys.length) % keys.length];
    for (const one of keys) one.tabIndex = one === next ? 0 : -1;
    next.focus();
  });
  section.addEventListener("focusin", ({ target }) => {
    if (target.matches("[type=text], textarea")) field = target;
  });
  field.closest("p, textarea").after(bar);
}
