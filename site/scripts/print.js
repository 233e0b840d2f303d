// Printing: the QR code is fetched first, the key of an exercise is put on a sheet of its own, and where nothing happens
// the page says so. Browsers inside other apps often cannot print, and tell nobody.

const PATIENCE = 1000;

/** @param {HTMLElement} block the actions of a page */
export async function printPage(block) {
  const said = block.querySelector(".actions__said");
  said.textContent = "";
  let begun = false;
  addEventListener("beforeprint", () => (begun = true), { once: true });
  await Promise.race([pictures(), pause(PATIENCE / 2)]);
  window.print();
  await pause(PATIENCE);
  if (!begun) said.textContent = block.dataset.noPrint;
}

/** Until every picture is there, or is known to be missing. */
function pictures() {
  return Promise.all(
    Array.from(document.images, (image) => {
      image.loading = "eager";
      return image.decode().catch(() => {});
    }),
  );
}

/** @param {number} time in milliseconds */
function pause(time) {
  return new Promise((done) => setTimeout(done, time));
}

addEventListener("beforeprint", () => {
  clear(); // Some browsers say it twice.
  for (const place of document.querySelectorAll(".item-pairs, .item-gap-select .item-text")) place.after(offered(place));
  const items = Array.from(document.querySelectorAll(".item"));
  if (items.length) document.body.append(keyOf(items));
});

addEventListener("afterprint", clear);

function clear() {
  for (const made of document.querySelectorAll("[data-printed]")) made.remove();
}

/** @param {string} name of the element @param {string} text */
function onPaper(name, text) {
  const made = document.createElement(name);
  made.className = "on-paper";
  made.dataset.printed = "";
  made.textContent = text;
  return made;
}

/** What can be chosen: a list that folds out shows none of it on paper. @param {Element} place */
function offered(place) {
  const options = Array.from(place.querySelectorAll("option")).filter((option) => option.value);
  const words = onPaper("p", [...new Set(options.map((option) => option.text))].join("  ·  "));
  const first = options.find((option) => option.closest("[lang]"));
  if (first) Object.assign(words, { lang: first.closest("[lang]").lang, dir: "auto" });
  return words;
}

/** The key of all items, each under the number that it has on paper. @param {Element[]} items */
function keyOf(items) {
  const page = onPaper("section", "");
  page.classList.add("key", "md-grid");
  const heading = document.createElement("h2");
  heading.textContent = document.querySelector(".actions").dataset.key;
  const list = document.createElement("ol");
  list.append(...items.map(answer));
  page.append(heading, list);
  return page;
}

/** What the folded key of an item holds, without the line it is opened by. @param {Element} item */
function answer(item) {
  const entry = document.createElement("li");
  for (const key of item.querySelectorAll(".item-key, .item-card")) {
    const copy = key.cloneNode(true);
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    entry.append(...Array.from(copy.childNodes).filter((node) => node.nodeName !== "SUMMARY"));
  }
  return entry;
}
