// The map of a story is wider than a phone: it is first seen where the story begins.

import "./page.js";

const frame = document.querySelector(".map-frame");
const start = frame?.querySelector(".start").getBoundingClientRect();
if (start) {
  const seen = frame.getBoundingClientRect();
  frame.scrollLeft += start.left + start.width / 2 - seen.left - seen.width / 2;
}
