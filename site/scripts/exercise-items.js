// What a script adds to the items of an exercise set: a button that tells whether the answer is right, and comforts that
// are fetched when the reader has use for them. An item whose data cannot be read stays as it is.

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
const FIELDS = "[type=text], textarea";

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
    const words = practice.dataset.solved.replace("{n}", String(solved.size));
    practice.textContent = words.replace("{total}", String(items.length));
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
  const words = practice.dataset;
  const key = keyOf(section);
  const comfort = (module) => module.attach(section, words);
  const without = () => {}; // Where there is no network, the item is as it was.
  if (key) attachCheck(section, key);
  if (key && key.orders) touched.then(() => import("./exercise-order.js")).then(comfort, without);
  if (section.dataset.said || section.matches(".item-dialogue")) {
    touched.then(() => import("./exercise-sound.js")).then(comfort, without);
  }
  section.addEventListener("focusin", ({ target }) => {
    if (target.matches(FIELDS)) import("./exercise-letters.js").then(comfort, without);
  });
  return Boolean(key);
}

/** What the page says of an item's answer; null where it says nothing that can be read. @param {HTMLElement} section */
function keyOf(section) {
  try {
    const key = JSON.parse(section.dataset.key);
    const need = NEEDS[typeOf(section)];
    const lists = need ? [key[need]] : Object.values(key).map((one) => one.accept);
    return need !== undefined && lists.length && lists.every(Array.isArray) ? key : null;
  } catch {
    return null;
  }
}

/** @param {HTMLElement} section */
function typeOf(section) {
  return Object.keys(NEEDS).find((type) => section.classList.contains(`item-${type}`));
}

/** @param {HTMLElement} section @param {object} key */
function attachCheck(section, key) {
  const words = practice.dataset;
  const button = made("button", "button item-judge", words.check);
  const result = made("div", "item-result");
  const fetchCheck = () => (NEEDS[typeOf(section)] ? import("./exercise-chosen.js") : import("./exercise-typed.js"));
  const check = async () => {
    try {
      const module = await fetchCheck().catch(() => null);
      const verdict = module ? await module.check(section, key, words) : "";
      if (!module) result.textContent = words.network;
      result.scrollIntoView({ block: "nearest" });
      if (!verdict) return;
      const detail = { item: section.id.replace("item-", ""), verdict };
      section.dispatchEvent(new CustomEvent("judged", { bubbles: true, detail }));
    } catch {
      button.remove(); // The data is damaged deep inside: the item has its key all the same.
    }
  };
  button.type = "button";
  result.id = `${section.id}-result`;
  result.setAttribute("role", "status");
  const below = section.querySelector(":scope > .item-hint, :scope > .item-key");
  section.insertBefore(result, below);
  section.insertBefore(button, below);
  section.addEventListener("focusin", () => fetchCheck().catch(() => {}), { once: true });
  button.addEventListener("mousedown", (event) => event.preventDefault()); // Whoever is writing goes on writing.
  button.addEventListener("click", async ({ detail }) => {
    await check();
    const open = section.querySelectorAll("[data-verdict]:not([data-verdict=right])");
    const field = Array.from(open).find((one) => one.matches(FIELDS));
    if (!detail && field) field.focus(); // By keyboard the way back is long.
  });
  section.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("[type=text]")) return;
    event.preventDefault();
    check();
  });
  section.addEventListener("input", ({ target }) => {
    target.removeAttribute("aria-invalid");
    delete target.dataset.verdict;
    if (!result.querySelector(":scope > :not([data-verdict=right])")) result.textContent = "";
  });
}

/** @param {string} tag @param {string} name of its class @param {string} [words] */
function made(tag, name, text = "") {
  return Object.assign(document.createElement(tag), { className: name, textContent: text });
}
