// The folded parts of a case: a link to a part opens it, and paper shows them all, the leader's notes on a sheet of
// their own. Everything opens by hand without this.

/** Opens what the address names, and what it stands in. The leader's notes are opened by their own button alone. */
function openNamed() {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (!named) return;
  const folded = named.matches(".part, .perspective") ? [named.querySelector("details")] : [];
  for (let around = named.parentElement; around; around = around.parentElement) folded.push(around);
  const closed = folded.filter((each) => each && each.nodeName === "DETAILS" && !each.open);
  for (const each of closed) each.open = true;
  if (closed.length) named.scrollIntoView();
}

/** @type {HTMLDetailsElement[]} */
let opened = [];
const notes = document.querySelector("section.facilitator");
/** Where the notes stand on the screen. */
const place = document.createComment("");
const sheet = document.createElement("div");
sheet.className = "sheet md-grid";

addEventListener("beforeprint", () => {
  const closed = Array.from(document.querySelectorAll(".prose details:not([open])"));
  for (const each of closed) each.open = true; // For browsers that cannot show on paper what is folded.
  opened.push(...closed);
  if (!notes || sheet.isConnected) return;
  notes.replaceWith(place);
  sheet.append(notes);
  document.body.append(sheet);
});

addEventListener("afterprint", () => {
  for (const each of opened) each.open = false;
  opened = [];
  if (!sheet.isConnected) return;
  place.replaceWith(notes);
  sheet.remove();
});

addEventListener("hashchange", openNamed);
addEventListener("click", (event) => {
  // The address does not change where the same link is followed again.
  const link = event.target instanceof Element && event.target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) openNamed();
});
openNamed();
