// Putting in order by tapping: words are laid down one after the other, lines move up and down. The numbered lists
// underneath hold the answer all the time, and come back on paper.

/** @param {HTMLElement} section @param {DOMStringMap} words */
export function attach(section, words) {
  const group = section.querySelector(".item-controls");
  const isLines = section.matches(".item-order-lines");
  if (group.classList.contains("is-tapped")) return;
  group.classList.add("is-tapped");
  group.querySelector("legend").textContent = isLines ? words.move : words.tap;
  const selects = Array.from(group.querySelectorAll("select"));
  if (isLines) attachLines(selects, words);
  else attachWords(selects, group.querySelector("ul"));
}

/** @param {HTMLSelectElement[]} selects @param {Element} list */
function attachWords(selects, list) {
  const loose = selects.filter((select) => !select.disabled);
  const free = selects.map((select, n) => !select.disabled && n + 1).filter(Boolean); // What is fixed has its own place.
  const laid = document.createElement("p");
  const chips = document.createElement("div");
  let order = loose.filter((select) => select.value).sort((one, other) => one.value - other.value);
  const draw = () => {
    loose.forEach((select, n) => {
      const place = order.includes(select) ? free[order.indexOf(select)] : "";
      select.value = chips.children[n].dataset.at = place;
      chips.children[n].setAttribute("aria-pressed", String(Boolean(place)));
    });
    const words = selects.map((_, n) => selects.find((select) => Number(select.value) === n + 1));
    const sentence = words.map((select) => (select ? wordOf(select) : "…")).join(" ");
    laid.textContent = sentence.replace(/…( …)+/g, "…").replace(/ (?=[.,!?:;]( |$))/g, "");
  };
  for (const select of loose) {
    const chip = made("item-chip", wordOf(select), () => {
      order = order.includes(select) ? order.filter((one) => one !== select) : [...order, select];
      draw();
      tell(select);
    });
    chips.append(chip);
  }
  Object.assign(laid, { className: "item-laid", lang: "nb", dir: "ltr" });
  Object.assign(chips, { className: "item-chips", lang: "nb", dir: "ltr" });
  list.before(laid, chips);
  draw();
}

/** @param {HTMLSelectElement[]} rows in the order they are seen @param {DOMStringMap} words */
function attachLines(rows, words) {
  const list = rows[0].closest("ul");
  const draw = () => {
    list.append(...rows.map((row) => row.parentNode));
    const loose = rows.filter((row) => !row.disabled);
    rows.forEach((row, n) => {
      row.value = n + 1;
      row.parentNode.querySelectorAll("button").forEach((button, down) => {
        button.setAttribute("aria-disabled", String(row === loose[down ? loose.length - 1 : 0]));
        button.setAttribute("aria-label", `${n + 1}. ${down ? words.down : words.up}: ${wordOf(row)}`);
      });
    });
  };
  const move = (row, step) => {
    const loose = rows.filter((one) => !one.disabled);
    const other = loose[loose.indexOf(row) + step];
    if (!other) return;
    const [from, to] = [rows.indexOf(row), rows.indexOf(other)];
    [rows[from], rows[to]] = [other, row];
    draw();
    tell(row);
  };
  for (const row of rows) {
    if (row.disabled) continue;
    for (const step of [-1, 1]) {
      const button = made("item-move", step < 0 ? "↑" : "↓", () => {
        move(row, step);
        button.focus(); // What moves loses the focus.
      });
      row.parentNode.append(button);
    }
  }
  draw();
}

/** @param {HTMLSelectElement} select */
function wordOf(select) {
  return select.labels[0].textContent;
}

/** As if the reader had chosen in the list. @param {HTMLSelectElement} select */
function tell(select) {
  select.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {string} name of its class @param {string} text @param {() => void} press */
function made(name, text, press) {
  const button = document.createElement("button");
  button.addEventListener("click", press);
  return Object.assign(button, { type: "button", className: name, textContent: text });
}
