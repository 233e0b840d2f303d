// What a script adds to the items of an exercise set: a button that tells whether the answer is right, what there is to
// hear, and comforts that are fetched when an item has use for them. An item that cannot be read stays as it is.

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
  if (section.dataset.said || section.matches(".item-dialogue")) attachSound(section);
  section.addEventListener("focusin", ({ target }) => {
    if (!target.matches(FIELDS)) return;
    import("./exercise-letters.js").then((module) => module.attach(section, target, practice.dataset.keys), () => {});
  });
  const key = keyOf(section);
  if (key) attachCheck(section, key);
  if (key && key.orders) {
    // What a page shows first waits for nothing: the lists can be tapped from the reader's first touch on.
    const order = () => import("./exercise-order.js").then((module) => module.attach(section, practice.dataset), () => {});
    for (const touch of ["pointerdown", "keydown", "wheel"]) addEventListener(touch, order, { once: true, passive: true });
  }
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

/** A recording that does not come, and a voice where there is no recording. @param {HTMLElement} section */
function attachSound(section) {
  const recordings = section.querySelectorAll("audio");
  if (!recordings.length) speak(section, section.querySelector(".item-instruction"));
  let told = false;
  for (const recording of recordings) {
    recording.addEventListener("error", () => {
      if (told) return;
      told = true;
      const lost = made("p", "item-lost", practice.dataset.lost);
      const said = made("details", "item-hint");
      const text = made("p", "", section.dataset.said);
      Object.assign(text, { lang: "nb", dir: "ltr" });
      said.append(made("summary", "", practice.dataset.said), text);
      lost.setAttribute("role", "status");
      section.querySelector(".item-audio").after(lost, said);
      speak(section, lost);
    });
  }
}

/**
 * Offers the device's own Norwegian voice as soon as there is one. A voice that is asked over the network is none.
 * @param {HTMLElement} section @param {Element} above
 */
function speak(section, above) {
  const place = made("div", "item-voice", section.matches(".item-dictation") ? practice.dataset.aloud : "");
  above.after(place);
  const voices = self.speechSynthesis;
  const offer = () => {
    const voice = voices.getVoices().find((one) => one.localService && /^n[bo]([-_]|$)/i.test(one.lang));
    if (voice) import("./exercise-voice.js").then((module) => module.offer(place, voice, practice.dataset), () => {});
  };
  if (!voices) return;
  offer();
  if (voices.addEventListener) voices.addEventListener("voiceschanged", offer);
}

/** @param {string} tag @param {string} name of its class @param {string} [words] */
function made(tag, name, words = "") {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = words;
  return element;
}
