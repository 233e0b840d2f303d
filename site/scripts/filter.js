// Narrows a list of cards to what the reader chooses. What is chosen stands in the address, so Back and sharing work;
// nothing is stored. Without this script the list is grouped, and whole.

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-filters]"));
const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".card[data-minutes]")]);
const groups = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".group")]);

if (form) {
  const selects = [...form.querySelectorAll("select")];
  const status = form.querySelector("[role=status]");
  const reset = form.querySelector("button");
  const total = distinct(cards);

  /** Shows the cards that fit every choice, and no empty group. */
  const narrow = () => {
    const chosen = selects.filter((select) => select.value);
    for (const card of cards) card.hidden = !chosen.every((select) => fits(card, select));
    for (const group of groups) group.hidden = !group.querySelector(".card:not([hidden])");
    const left = distinct(cards.filter((card) => !card.hidden));
    const said = left ? status.dataset.shown.replace("{n}", left).replace("{total}", total) : status.dataset.none;
    status.textContent = chosen.length ? said : "";
    reset.hidden = chosen.length === 0;
  };

  /** Puts the choices into the address. */
  const remember = () => {
    const query = new URLSearchParams();
    for (const { name, value } of selects) if (value) query.set(name, value);
    history.replaceState(history.state, "", `${query}` ? `?${query}` : location.pathname);
  };

  const query = new URLSearchParams(location.search);
  for (const select of selects) {
    const wanted = query.get(select.name);
    if ([...select.options].some((option) => option.value === wanted)) select.value = wanted;
  }
  form.addEventListener("change", () => {
    narrow();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  // The choices are empty only after the event that announces it.
  form.addEventListener("reset", () => setTimeout(() => (narrow(), remember(), selects[0].focus())));
  narrow();
  form.hidden = false;
}

/**
 * @param {HTMLElement} card
 * @param {HTMLSelectElement} select
 */
function fits(card, select) {
  const value = card.dataset[select.name] ?? "";
  if ("bound" in select.dataset) return Number(value) <= Number(select.value);
  return value.split(" ").includes(select.value);
}

/**
 * How many texts: one may stand in several groups.
 * @param {HTMLElement[]} some
 */
function distinct(some) {
  return new Set(some.map((card) => card.querySelector("a").href)).size;
}
