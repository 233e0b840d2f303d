/**
 * Tries an answer on an exercise in the form: the server says what a reader who gives it is told. Nothing is saved.
 *
 * @typedef {{block: string, title: string, gaps: string[]}} Typed
 * @typedef {{verdict: string, told: string, advice: string}} Told
 */
(() => {
  /** @param {HTMLElement} panel */
  function follow(panel) {
    const place = panel.querySelector("[data-try-answer]");
    if (!place) return;
    const part = (name) => place.querySelector(`[data-try-${name}]`);
    const [item, gap, text, button, result] = ["item", "gap", "text", "button", "result"].map(part);
    /** @type {Typed[]} */
    let typed = [];

    /** Fills a list without losing what is chosen in it. */
    function fill(select, options) {
      const chosen = select.value;
      if ([...select.options].map((each) => each.value + each.text).join() === options.map((each) => each.join("")).join()) return;
      select.replaceChildren(...options.map(([value, words]) => new Option(words, value)));
      if (options.some(([value]) => value === chosen)) select.value = chosen;
    }

    function showGaps() {
      const gaps = typed.find((each) => each.block === item.value)?.gaps ?? [];
      fill(gap, gaps.map((name) => [name, name]));
      part("gap-box").hidden = gaps.length < 2;
    }

    panel.addEventListener("checked", (event) => {
      typed = event.detail.typed;
      fill(item, typed.map((each) => [each.block, each.title]));
      part("fields").hidden = !typed.length;
      part("none").hidden = Boolean(typed.length);
      showGaps();
    });

    /** @param {string[]} lines */
    function show(verdict, ...lines) {
      result.dataset.verdict = verdict;
      result.replaceChildren(
        ...lines.filter(Boolean).map((line) => Object.assign(document.createElement("p"), { textContent: line })),
      );
    }

    async function ask() {
      const body = window.writtenForm();
      for (const [name, field] of Object.entries({ item, gap, answer: text })) body.set(`try-${name}`, field.value);
      try {
        const { ok, told } = await window.askAboutForm(place.dataset.tryAnswer, body);
        if (ok) show(told.verdict, told.told, told.advice);
        else show("", told.message);
      } catch {
        show("", place.dataset.failed);
      }
    }

    const forget = () => show("");
    item.addEventListener("change", () => (showGaps(), forget()));
    gap.addEventListener("change", forget);
    text.addEventListener("input", forget);
    button.addEventListener("click", ask);
    text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // It would save the page.
      ask();
    });
  }

  const begin = () => document.querySelectorAll("[data-live-check]").forEach(follow);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
