// The search page. Nothing of the search is fetched before the reader asks for something; her question stands in the
// address, so that going back works, and is sent nowhere.

const form = /** @type {HTMLFormElement} */ (document.getElementById("search"));
const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const status = document.getElementById("search_status");
const answer = document.getElementById("search_answer");

/** Counts what was asked, so that a slow answer to an older question is dropped. */
let asked = 0;

/** The question in the address. */
function question() {
  return (new URLSearchParams(location.search).get("q") || "").trim();
}

async function show() {
  const query = question();
  asked += 1;
  const mine = asked;
  field.value = query;
  answer.textContent = "";
  status.textContent = query ? form.dataset.searching : "";
  if (!query) return;
  try {
    const { answerTo } = await import("./search-answer.js");
    const { said, nodes } = await answerTo(query, form);
    if (mine !== asked) return;
    status.textContent = said;
    answer.append(...nodes);
  } catch (error) {
    if (mine !== asked) return;
    status.textContent = form.dataset.failed;
  }
}

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = field.value.trim();
  const address = query ? `${location.pathname}?q=${encodeURIComponent(query)}` : location.pathname;
  if (query !== question()) history.pushState(null, "", address);
  // The keyboard of a phone would cover the answers.
  if (matchMedia("(pointer: coarse)").matches) field.blur();
  show();
});
addEventListener("popstate", show);

if (question()) show();
else field.focus({ preventScroll: true });
