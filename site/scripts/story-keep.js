// Keeping the reader's place on the device, once she has asked for it, and finding it again. What is kept is the list
// of choices: it is walked again from the start of the story as it is now, as far as it leads.

const MOST = 500;

/** @type {ReturnType<typeof attach> | undefined} */
let made;

/**
 * @param {HTMLElement} play the bar under a story
 * @param {HTMLElement} story
 * @param {(steps: { at: string, path: string[] }[]) => void} walk goes a way
 */
export function keeping(play, story, walk) {
  return (made = made || attach(play, story, walk));
}

function attach(play, story, walk) {
  const { key } = play.dataset;
  const keepButton = play.querySelector("[data-keep]");
  const said = play.querySelector("[data-kept]");
  const offered = play.querySelector(".resume");
  const erasers = play.querySelectorAll("[data-erase]");
  let following = false;

  const save = () => {
    try {
      localStorage.setItem(key, JSON.stringify(play.dataset.path.split(" ").filter(Boolean)));
      following = true;
    } catch {
      following = false;
    }
    return following;
  };
  const follow = () => {
    said.textContent = save() ? said.dataset.kept : said.dataset.blocked;
    settle();
  };
  const keep = () => {
    follow();
    if (following) play.querySelector(":scope > .play__ways [data-erase]").focus(); // What was pressed is hidden now.
  };
  /** @param {MouseEvent} event */
  const erase = (event) => {
    const inOffer = offered.contains(event.currentTarget);
    try {
      localStorage.removeItem(key);
      said.textContent = said.dataset.erased;
    } catch {
      said.textContent = said.dataset.blocked;
    }
    following = false;
    settle();
    (inOffer ? story.querySelector(".is-here [tabindex]") : keepButton).focus();
  };
  /** Shows what there is to press now. */
  const settle = () => {
    keepButton.hidden = following;
    offered.hidden = true;
    for (const button of erasers) button.hidden = read(key) === null;
  };
  const offer = () => {
    settle();
    const { steps, gone } = replay(story, read(key) || []);
    if (!steps.length && !gone) return;
    const last = steps[steps.length - 1];
    const line = offered.querySelector("p");
    line.textContent = gone ? line.dataset.gone : "";
    if (last) line.append(gone ? " " : "", line.dataset.found.replace("{title}", () => `\u2068${titleOf(last.at)}\u2069`));
    const resume = offered.querySelector("[data-resume]");
    resume.hidden = !last;
    resume.addEventListener("click", () => {
      walk(steps);
      follow();
    });
    story.before(offered);
    offered.hidden = false;
  };

  for (const button of erasers) button.addEventListener("click", erase);
  play.addEventListener("step", () => {
    offered.hidden = true; // Who goes another way has answered.
    if (following && !save()) follow();
  });
  return { keep, offer };
}

/** The choices that are kept; null where there are none, or what is kept cannot be read. @param {string} key */
function read(key) {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return null;
    const path = JSON.parse(text);
    const sound = Array.isArray(path) && path.length <= MOST && path.every((id) => typeof id === "string");
    return sound ? path : [];
  } catch {
    return [];
  }
}

/**
 * The steps of a path through the story as it is now, up to the first choice that is gone or can no longer be reached.
 * @param {HTMLElement} story @param {string[]} ids
 */
function replay(story, ids) {
  const steps = [];
  const path = [];
  let scene = story.querySelector(".start");
  for (const id of ids) {
    const choice = document.getElementById(id);
    const told = [];
    // Scenes that only tell lie between two choices, and a story can lead in circles.
    while (scene && !scene.contains(choice) && !told.includes(scene)) {
      scene = after(scene.querySelector(".told"));
      told.push(scene);
    }
    if (!scene || !choice || !choice.matches(".choice") || !scene.contains(choice)) return { steps, gone: true };
    for (const passed of told.slice(0, -1)) steps.push({ at: passed.id, path: [...path] });
    if (told.length || path.length) steps.push({ at: scene.id, path: [...path] });
    path.push(id);
    steps.push({ at: id, path: [...path] });
    scene = after(choice);
  }
  return { steps, gone: false };
}

/** The scene that the way on from here leads to. @param {Element} part */
function after(part) {
  const link = part.querySelector(".onward a");
  const target = link && document.getElementById(link.hash.slice(1));
  return target && target.matches(".scene") ? target : null;
}

/** @param {string} id */
function titleOf(id) {
  return document.getElementById(id).querySelector("h2, h3").textContent;
}
