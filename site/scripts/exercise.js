// An exercise set: its items begin to work, and the page says how many of them are solved. Nothing is kept before the
// reader asks for it.

import "./page.js";
import "./exercise-items.js";

document.addEventListener("judged", ({ detail }) => {
  const solved = detail.verdict.startsWith("correct");
  import("./review-keep.js").then((module) => module.answered(detail.item, solved), () => {});
});

// The key comes on a sheet of its own, however the page is printed: the keys for it are two, and a menu is pressed.
const fetchPrint = () => import("./print.js").catch(() => {});
for (const touch of ["keydown", "pointerdown"]) addEventListener(touch, fetchPrint, { once: true, passive: true });
