// Printing: the QR code is fetched first, the key of an exercise is put on a page of its own, and where nothing happens
// the page says so. Browsers inside other apps often cannot print, and tell nobody.

const PATIENCE = 1000;

/** @param {HTMLElement} block the actions of a page */
export async function printPage(block) {
  const said = block.querySelector("[role=status]");
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
  const keys = document.querySelectorAll(".item-key");
  const title = document.querySelector("[data-key]");
  if (!keys.length || !title) return;
  const page = document.createElement("section");
  page.className = "key on-paper";
  const list = document.createElement("ol");
  for (const item of document.querySelectorAll(".item")) {
    const entry = document.createElement("li");
    for (const key of item.querySelectorAll(".item-key")) entry.append(...answers(key));
    list.append(entry);
  }
  const heading = document.createElement("h2");
  heading.textContent = title.dataset.key;
  page.append(heading, list);
  document.querySelector(".document").append(page);
});

addEventListener("afterprint", () => {
  for (const page of document.querySelectorAll(".key")) page.remove();
});

/** What a folded key holds, without the line it is opened by. @param {Element} key */
function answers(key) {
  const copy = key.cloneNode(true);
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  return Array.from(copy.childNodes).filter((node) => node.nodeName !== "SUMMARY");
}
