/**
 * Shows what is to mend in the form of a page, while it is written.
 * The server looks at the form as it stands; nothing is saved. All words come from the server.
 * What it tells is handed on as the event "checked" of the panel, for what else the panel shows.
 *
 * @typedef {{code: string, severity: "error"|"warning", message: string, remedy: string, title: string,
 *   block: string, field: string, around: string}} Problem
 * @typedef {{headline: string, errors: number, problems: Problem[]}} Answer
 */
(() => {
  const PAUSE = 600;
  const ROOMY = "(min-width: 75em)";
  /** What Wagtail keeps of the panel that was open last. */
  const LAST_OPEN = "wagtail:side-panel-open";

  /** @param {HTMLElement} panel */
  function follow(panel) {
    const form = document.querySelector("[data-edit-form]");
    if (!(form instanceof HTMLFormElement)) return;
    const [headline, problems] = ["headline", "problems"].map((name) => panel.querySelector(`[data-check-${name}]`));
    const side = panel.closest("[data-side-panel]");
    const counter = document.querySelector(
      `[data-side-panel-toggle="${side?.dataset.sidePanel}"] [data-side-panel-toggle-counter]`,
    );
    let asked = "";
    let timer = 0;
    /** @type {AbortController|null} */
    let underWay = null;

    async function look() {
      const body = window.writtenForm();
      if (body.toString() === asked) return;
      asked = body.toString();
      underWay?.abort();
      const mine = (underWay = new AbortController());
      try {
        const { ok, told } = await window.askAboutForm(panel.dataset.liveCheck, body, mine.signal);
        if (ok) show(told);
        else fail(told.message);
      } catch {
        if (!mine.signal.aborted) fail("");
      }
    }

    /** @param {string} message */
    function fail(message) {
      asked = "";
      headline.textContent = message || panel.dataset.failed;
    }

    /** @param {Answer} told */
    function show(told) {
      if (headline.textContent !== told.headline) headline.textContent = told.headline;
      problems.replaceChildren(...told.problems.map(problemItem));
      if (counter) {
        counter.textContent = String(told.errors);
        counter.hidden = !told.errors;
      }
      panel.dispatchEvent(new CustomEvent("checked", { detail: told }));
    }

    /** @param {Problem} problem */
    function problemItem(problem) {
      const item = document.createElement("li");
      item.dataset.severity = problem.severity;
      item.dataset.code = problem.code;
      const kind = document.createElement("strong");
      kind.textContent = problem.severity === "error" ? panel.dataset.mend : panel.dataset.consider;
      const link = window.linkToPlace(problem, problem.message);
      const remedy = document.createElement("p");
      remedy.textContent = problem.remedy;
      item.append(kind, " ", link, remedy);
      return item;
    }

    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    };
    // A click may move, copy or delete a block; a key may write into a field that tells nobody.
    // Some of Wagtail's buttons keep their clicks to themselves, so they are heard on their way in.
    for (const event of ["input", "change", "click", "keyup", "paste", "drop"]) form.addEventListener(event, soon, true);
    document.addEventListener("w-unsaved:add", soon);
    // Where there is room beside the form, the panel is open until its reader has closed or changed it.
    if (matchMedia(ROOMY).matches && localStorage.getItem(LAST_OPEN) === null) side?.dispatchEvent(new CustomEvent("open"));
    soon();
  }

  const begin = () => document.querySelectorAll("[data-live-check]").forEach(follow);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
