// What a script adds to the items of an exercise set: a button that tells whether the answer is right. All else is
// fetched when the reader has use for it. An item whose data cannot be read stays as it is without a script.

/** The part of its data that an item needs, by its type. What is typed has a key for each place instead. */
const NEEDS = {
  gap: "",
  "gap-select": "",
  dictation: "",
  choice: "right",
  "mark-words": "right",
  "order-words": "orders",
  "order-lines": "orders",
  match: "pairs",
};

/** The line that says how many items are solved. It holds all the words a script says. @type {HTMLElement | null} */
const practice = document.querySelector(".practice");

/** What a page shows first waits for nothing: from the reader's first touch on there is more to tap and to hear. */
const touched = new Promise((begin) => {
  for (const touch of ["pointerdown", "keydown", "wheel"]) addEventListener(touch, begin, { once: true, passive: true });
});

if (practice) {
  const items = Array.from(document.querySelectorAll(".item")).filter(attach);
  const solved = new Set();
  const tell = () => {
    practice.textContent = practice.dataset.solved.replace("{n}", solved.size).replace("{total}", items.length);
  };
  document.addEventListener("judged", ({ target, detail }) => {
    if (detail.verdict.startsWith("correct")) solved.add(target);
    tell();
  });
  practice.hidden = !items.length;
  tell();
}

/**
 * Begins an item. The page must have the words of a set.
 * @param {HTMLElement} section
 * @returns {boolean} whether its answer can be judged
 */
export function attach(section) {
  const key = keyOf(section);
  /** @param {() => Promise<{ attach: (section: HTMLElement, words: DOMStringMap) => void }>} fetchIt */
  const add = (fetchIt) => fetchIt().then((module) => module.attach(section, practice.dataset)).catch(() => {});
  if (key) attachCheck(section, key);
  touched.then(() => {
    if (key && Array.isArray(key.orders)) add(() => import("./exercise-order.js"));
    if (section.dataset.said || section.matches(".item-dialogue")) add(() => import("./exercise-sound.js"));
  });
  section.addEventListener("focusin", ({ target }) => {
    if (target.matches("[type=text], textarea")) add(() => import("./exercise-letters.js"));
  });
  return Boolean(key);
}

/** What the page says of an item's answer; null where it says nothing that can be read. @param {HTMLElement} section */
function keyOf(section) {
  try {
    const key = JSON.parse(section.dataset.key);
    const need = NEEDS[Object.keys(NEEDS).find((type) => section.classList.contains(`item-${type}`))];
    const lists = need ? [key[need]] : Object.values(key).map((one) => one.accept);
    return need !== undefined && lists.length && lists.every(Array.isArray) ? key : null;
  } catch {
    return null;
  }
}

/** A button, and a place for what there is to say, above the folded hints and key. */
function attachCheck(section, key) {
  const button = document.createElement("button");
  const result = document.createElement("div");
  const below = section.querySelector(":scope > .item-hint, :scope > .item-key");
  /** @type {ReturnType<import("./exercise-check.js").begin> | undefined} */
  let begun;
  const begin = () => {
    begun = begun || import("./exercise-check.js").then((module) => module.begin(section, key, practice.dataset));
    begun.catch(() => (begun = undefined)); // There is another try when there is a network again.
    return begun;
  };
  const check = (byKeyboard) => {
    begin().then((now) => now(byKeyboard), () => (result.textContent = practice.dataset.network));
  };
  Object.assign(button, { type: "button", className: "button item-judge", textContent: practice.dataset.check });
  Object.assign(result, { id: `${section.id}-result`, className: "item-result" });
  result.setAttribute("role", "status");
  section.insertBefore(result, below);
  section.insertBefore(button, below);
  section.addEventListener("focusin", begin);
  button.addEventListener("mousedown", (event) => event.preventDefault()); // Whoever is writing goes on writing.
  button.addEventListener("click", ({ detail }) => check(detail === 0));
  section.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("[type=text]")) return;
    event.preventDefault();
    check(false);
  });
}
