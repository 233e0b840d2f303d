/**
 * Shows the map of the story in the form and what is to mend in it, while it is written.
 * The server looks at the form as it stands; nothing is saved. All words come from the server.
 *
 * @typedef {{code: string, severity: "error"|"warning", message: string, remedy: string, title: string,
 *   block: string, field: string}} Problem
 * @typedef {{headline: string, errors: number, problems: Problem[], map: string, list: string}} Answer
 */
(() => {
  const PAUSE = 600;
  const ROOMY = "(min-width: 75em)";
  /** What Wagtail keeps of the panel that was open last. */
  const LAST_OPEN = "wagtail:side-panel-open";
  const OURS = /^(scenes-|start$|csrfmiddlewaretoken$)/;

  /** @param {HTMLElement} panel */
  function follow(panel) {
    const form = document.querySelector("[data-edit-form]");
    if (!(form instanceof HTMLFormElement)) return;
    const part = (name) => panel.querySelector(`[data-story-${name}]`);
    const [headline, problems, map, list, box] = ["headline", "problems", "map", "list", "list-box"].map(part);
    const [fit, fitBox] = ["fit", "fit-box"].map(part);
    const counter = document.querySelector("[data-side-panel-toggle=story] [data-side-panel-toggle-counter]");
    let asked = "";
    let timer = 0;
    /** @type {AbortController|null} */
    let underWay = null;

    const written = () =>
      new URLSearchParams([...new FormData(form)].filter(([name, value]) => OURS.test(name) && typeof value === "string")).toString();

    async function look() {
      const body = written();
      if (body === asked) return;
      asked = body;
      underWay?.abort();
      const mine = (underWay = new AbortController());
      try {
        const answer = await fetch(panel.dataset.storyCheck, {
          method: "POST",
          body,
          headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" },
          credentials: "same-origin",
          signal: mine.signal,
        });
        const told = await answer.json();
        if (answer.ok) show(told);
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
      const first = !map.firstChild;
      map.innerHTML = told.map;
      if (first) showStart();
      fitBox.hidden = !told.map;
      list.innerHTML = told.list;
      box.hidden = !told.list;
      if (counter) {
        counter.textContent = String(told.errors);
        counter.hidden = !told.errors;
      }
    }

    /** A map that is wider than the panel is first seen where the story begins. */
    function showStart() {
      const start = map.querySelector(".start")?.getBoundingClientRect();
      if (start) map.scrollLeft += start.left + start.width / 2 - map.getBoundingClientRect().left - map.clientWidth / 2;
    }

    /** @param {Problem} problem */
    function problemItem(problem) {
      const item = document.createElement("li");
      item.dataset.severity = problem.severity;
      item.dataset.code = problem.code;
      const kind = document.createElement("strong");
      kind.textContent = problem.severity === "error" ? panel.dataset.mend : panel.dataset.consider;
      const link = document.createElement(problem.block || problem.field === "start" ? "a" : "span");
      link.textContent = problem.message;
      if (link instanceof HTMLAnchorElement) {
        link.href = `#block-${problem.block}-section`;
        if (problem.field === "start") link.dataset.formField = "start";
        else link.dataset.field = problem.field;
      }
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
    fit.addEventListener("change", () => map.classList.toggle("story-check__map--whole", fit.checked));
    const side = panel.closest("[data-side-panel]");
    side?.addEventListener("show", () => setTimeout(showStart));
    // Where there is room beside the form, the panel is open until its reader has closed or changed it.
    if (matchMedia(ROOMY).matches && localStorage.getItem(LAST_OPEN) === null) side?.dispatchEvent(new CustomEvent("open"));
    soon();
  }

  const begin = () => document.querySelectorAll("[data-story-check]").forEach(follow);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
