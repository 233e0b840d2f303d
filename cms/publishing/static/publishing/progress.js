/**
 * Shows an editor how a release goes: on the release's own page, and in a strip on every other page of the admin.
 * All words come from the server. Without this script the pages show the same when they are loaded again.
 *
 * @typedef {{name: string, label: string, state: "done"|"now"|"todo", seconds: string}} Step
 * @typedef {{text: string, remedy: string, where: string, edit: string}} Problem
 * @typedef {{id: number, title: string, state: string, headline: string, done: boolean, message: string,
 *   detail: string, detail_label: string, close_label: string, status?: string, steps: Step[],
 *   links: {title: string, url: string}[], problems: Problem[]}} Status
 */

const SECOND = 1000;
const SEEN = "release-seen";

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node|string)[]} children
 * @returns {HTMLElement}
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * @param {string} url
 * @returns {Promise<Status|null>} null where there is nothing to tell, or the server cannot be reached just now
 */
async function ask(url) {
  try {
    const answer = await fetch(url, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    const status = answer.ok ? await answer.json() : {};
    return "id" in status ? status : null;
  } catch {
    return null;
  }
}

/** @param {Step[]} steps */
function stepList(steps) {
  return element(
    "ol",
    { class: "release-steps", "data-release-steps": "" },
    ...steps.map((step) => {
      const current = step.state === "now" ? { "aria-current": "step" } : {};
      const item = element("li", { class: "release-steps__step", "data-state": step.state, ...current }, step.label);
      if (step.seconds) item.append(" ", element("small", {}, step.seconds));
      return item;
    }),
  );
}

/** @param {HTMLElement} section the release's own page: follow it, and show the whole page anew when it is over */
function followPage(section) {
  const look = async () => {
    const status = await ask(section.dataset.release ?? "");
    if (status?.done) {
      window.location.reload();
      return;
    }
    if (status) {
      const headline = section.querySelector("[data-release-headline]");
      if (headline && headline.textContent !== status.headline) headline.textContent = status.headline;
      section.querySelector("[data-release-steps]")?.replaceWith(stepList(status.steps));
    }
    window.setTimeout(look, SECOND);
  };
  window.setTimeout(look, SECOND);
}

/** @param {string} url where to ask for the release this editor is waiting for */
async function followStrip(url) {
  const first = await ask(url);
  if (!first || sessionStorage.getItem(SEEN) === String(first.id)) return;
  const strip = element("aside", { class: "release-strip", "data-release-strip": "" });
  const words = element("p", { class: "release-strip__headline", role: "status" });
  const rest = element("div");
  const close = element("button", { type: "button", class: "release-strip__close" }, "×");
  strip.append(close, words, rest);
  document.body.append(strip);
  let over = false;
  close.addEventListener("click", () => {
    over = true;
    strip.remove();
    sessionStorage.setItem(SEEN, String(first.id));
  });

  /** @param {Status} status */
  const show = (status) => {
    const said = `${status.title}: ${status.headline}`;
    if (words.textContent !== said) words.textContent = said;
    strip.dataset.state = status.state;
    close.setAttribute("aria-label", status.close_label);
    const details = element("a", { href: status.detail }, status.detail_label);
    const lines = [
      ...status.links.map((link) => element("p", {}, element("a", { href: link.url, target: "_blank" }, link.title))),
      ...(status.message ? [element("p", {}, status.message)] : []),
      ...status.problems.slice(0, 3).map(problemLine),
    ];
    rest.replaceChildren(stepList(status.steps), ...lines, element("p", {}, details));
  };

  const look = async () => {
    if (over) return;
    const status = await ask(first.status ?? "");
    if (status) show(status);
    if (status?.done) sessionStorage.setItem(SEEN, String(status.id));
    else window.setTimeout(look, SECOND);
  };
  show(first);
  if (first.done) sessionStorage.setItem(SEEN, String(first.id));
  else window.setTimeout(look, SECOND);
}

/** @param {Problem} problem */
function problemLine(problem) {
  const where = problem.edit ? element("a", { href: problem.edit }, problem.where) : problem.where;
  return element("p", {}, where, `: ${problem.text} ${problem.remedy}`);
}

const page = document.querySelector("[data-release]");
const script = document.querySelector("script[data-my-release]");
if (page instanceof HTMLElement) {
  if (page.dataset.underWay === "true") followPage(page);
} else if (script instanceof HTMLElement) {
  followStrip(script.dataset.myRelease ?? "");
}
