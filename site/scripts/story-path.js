// The reader's path so far: what was chosen, what came of it and why; to read, to copy and to print.

import { copied } from "./copy.js";
import { printPage } from "./print.js";

/** @param {HTMLElement} play the bar under a story */
export function attachPath(play) {
  /** @type {HTMLDetailsElement} */
  const panel = play.querySelector(".path");
  const list = panel.querySelector("ol");
  const said = panel.querySelector("[role=status]");
  const draw = () => {
    const made = play.dataset.path.split(" ").filter(Boolean).map(entry);
    const ending = document.querySelector(".ending.is-here .told");
    if (ending) made.push(item([...ending.querySelectorAll("h2, .outcome")]));
    list.textContent = "";
    list.append(...made);
    panel.querySelector("[data-nothing]").hidden = made.length > 0;
    panel.querySelector("[data-path-ways]").hidden = made.length === 0;
    said.textContent = "";
  };
  play.addEventListener("step", draw);
  panel.querySelector("[data-copy-path]").addEventListener("click", async () => {
    said.textContent = "";
    said.textContent = (await copied(words(list), list)) ? said.dataset.copied : said.dataset.notCopied;
  });
  const print = panel.querySelector("[data-print-path]");
  print.hidden = !window.print;
  print.addEventListener("click", () => {
    const page = document.documentElement;
    page.dataset.print = "path";
    addEventListener("afterprint", () => delete page.dataset.print, { once: true });
    printPage(panel);
  });
  draw();
}

/** @param {string} id of a choice */
function entry(id) {
  const choice = document.getElementById(id);
  const scene = choice.closest(".scene").querySelector("h2");
  return item([scene, ...Array.from(choice.children).filter((part) => !part.matches(".onward"))]);
}

/** Copies of parts of the story, headings as plain lines. @param {Element[]} parts */
function item(parts) {
  const made = document.createElement("li");
  for (const part of parts) {
    const copy = part.cloneNode(true);
    if (/^H\d$/.test(part.tagName)) {
      const line = document.createElement("p");
      line.className = `path__${part.tagName.toLowerCase()}`;
      line.append(...Array.from(copy.childNodes));
      made.append(line);
    } else {
      for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
      made.append(copy);
    }
  }
  return made;
}

/** The path as plain text under the title of the page, with its address. @param {Element} list */
function words(list) {
  const entries = Array.from(list.children, (entry, n) => {
    const lines = Array.from(entry.children, (part) => part.textContent.trim());
    return `${n + 1}. ${lines.join("\n")}`;
  });
  return [document.querySelector("h1").textContent, ...entries, location.href.split("#")[0]].join("\n\n");
}
