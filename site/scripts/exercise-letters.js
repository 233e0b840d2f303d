// Keys for the letters that many keyboards do not have, under the field the reader writes in.

/** @param {HTMLElement} section @param {HTMLInputElement | HTMLTextAreaElement} first @param {string} name of the keys */
export function attach(section, first, name) {
  if (section.querySelector(".item-letters")) return;
  let field = first;
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
  bar.className = "item-letters";
  bar.append(...keys);
  for (const [attribute, value] of [["role", "toolbar"], ["aria-label", name], ["dir", "ltr"], ["lang", "nb"]]) {
    bar.setAttribute(attribute, value);
  }
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
  first.closest("p, textarea").after(bar);
}
