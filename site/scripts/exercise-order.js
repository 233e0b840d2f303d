// Putting in order by tapping: words are laid down one after the other, lines move up and down. The numbered lists
// underneath hold the answer all the time, and come back on paper.

/** @param {HTMLElement} section @param {DOMStringMap} words */
export function attach(section, words) {
  const group = section.querySelector(".item-controls");
  const list = group.querySelector("ul");
  const isLines = section.matches(".item-order-lines");
  if (group.classList.contains("is-tapped")) return;
  group.classList.add("is-tapped");
  group.querySelector("legend").textContent = isLines ? words.move : words.tap;
  if (isLines) attachLines(list, words);
  else attachWords(list);
}

/** @param {Element} list */
function attachWords(list) {
  const selects = Array.from(list.querySelectorAll("select"));
  const loose = selects.filter((select) => !select.disabled);
  const still = selects.filter((select) => select.disabled);
  const free = selects.map((_, n) => String(n + 1)).filter((place) => !still.some((one) => one.value === place));
  const laid = made("p", "item-laid");
  const chips = made("div", "item-chips");
  let order = loose.filter((select) => select.value).sort((one, other) => Number(one.value) - Number(other.value));
  const buttons = loose.map((select) => {
    const button = made("button", "item-chip", wordOf(select));
    button.type = "button";
    button.addEventListener("click", () => {
      order = order.includes(select) ? order.filter((one) => one !== select) : [...order, select];
      draw();
      select.dispatchEvent(new Event("input", { bubbles: true }));
    });
    return button;
  });
  const draw = () => {
    loose.forEach((select, n) => {
      const at = order.indexOf(select);
      select.value = at < 0 ? "" : free[at];
      buttons[n].setAttribute("aria-pressed", String(at >= 0));
      if (at < 0) delete buttons[n].dataset.at;
      else buttons[n].dataset.at = select.value;
    });
    const sentence = selects.map((_, n) => selects.find((select) => select.value === String(n + 1)));
    laid.textContent = sentence.map((select) => (select ? wordOf(select) : "…")).join(" ").replace(/…( …)+/g, "…");
  };
  for (const part of [laid, chips]) Object.assign(part, { lang: "nb", dir: "ltr" });
  chips.append(...buttons);
  list.before(laid, chips);
  draw();
}

/** @param {Element} list @param {DOMStringMap} words */
function attachLines(list, words) {
  const rows = Array.from(list.children);
  const select = (row) => row.querySelector("select");
  const moving = () => rows.flatMap((row, n) => (select(row).disabled ? [] : [n]));
  const draw = () => {
    list.append(...rows);
    const places = moving();
    rows.forEach((row, n) => {
      select(row).value = String(n + 1);
      row.querySelectorAll("button").forEach((button, down) => {
        const end = places[down ? places.length - 1 : 0] === n;
        button.setAttribute("aria-disabled", String(end));
        button.setAttribute("aria-label", `${n + 1}. ${down ? words.down : words.up}: ${wordOf(select(row))}`);
      });
    });
  };
  const move = (row, step) => {
    const places = moving();
    const from = rows.indexOf(row);
    const to = places[places.indexOf(from) + step];
    if (to === undefined) return;
    [rows[from], rows[to]] = [rows[to], rows[from]];
    draw();
    select(row).dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const row of rows) {
    if (select(row).disabled) continue;
    for (const [sign, step] of [["↑", -1], ["↓", 1]]) {
      const button = made("button", "item-move", sign);
      button.type = "button";
      button.addEventListener("click", () => {
        move(row, step);
        button.focus(); // What moves loses the focus.
      });
      row.append(button);
    }
  }
  draw();
}

/** @param {HTMLSelectElement} select */
function wordOf(select) {
  return select.labels[0].textContent;
}

function made(tag, name, text = "") {
  const element = document.createElement(tag);
  Object.assign(element, { className: name, textContent: text });
  return element;
}
