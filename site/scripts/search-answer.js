// What a reader gets to see for a question: a sentence, and below it the pages, or what she can do instead.
import { find } from "./search-index.js";

const STEP = 10;

/**
 * @param {string} query
 * @param {HTMLFormElement} form carries the words of the page
 * @returns {Promise<{said: string, nodes: Node[]}>}
 */
export async function answerTo(query, form) {
  const words = form.dataset;
  const language = document.documentElement.lang;
  const { results, instead } = await find(query, language);
  if (!results.length) return { said: filled(words.none, { query }), nodes: [paragraph(words.hint), elsewhere(query, words)] };
  const said = [filled(words.found, { query, n: String(results.length) })];
  if (instead) said.push(filled(words.instead, { words: instead }));
  const list = document.createElement("ul");
  list.className = "cards";
  await append(list, results.slice(0, STEP), words);
  const nodes = [list];
  if (results.length > STEP) nodes.push(more(list, results, words));
  return { said: said.join(" "), nodes: [...nodes, elsewhere(query, words)] };
}

/**
 * A sentence with its places filled in. What the reader typed may run the other way than the sentence: it is set apart.
 * @param {string} text
 * @param {Object<string, string>} values
 */
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => (name === "n" ? values[name] : `\u2068${values[name]}\u2069`));
}

/** @param {string} text */
function paragraph(text) {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

/** The same question to the texts in another language. @param {string} query @param {DOMStringMap} words */
function elsewhere(query, words) {
  const made = document.createElement("p");
  const link = document.createElement("a");
  link.href = `/${words.other}/search/?q=${encodeURIComponent(query)}`;
  link.hreflang = words.other;
  link.textContent = words.elsewhere;
  made.append(link);
  return made;
}

/** @param {HTMLElement} list @param {import("./search-index.js").Result[]} results @param {DOMStringMap} words */
function more(list, results, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = words.more;
  button.addEventListener("click", async () => {
    const shown = list.children.length;
    try {
      await append(list, results.slice(shown, shown + STEP), words);
    } catch (error) {
      button.replaceWith(paragraph(words.failed));
      return;
    }
    if (list.children.length >= results.length) button.remove();
    list.children[shown].querySelector("a").focus();
  });
  return button;
}

/** @param {HTMLElement} list @param {import("./search-index.js").Result[]} results @param {DOMStringMap} words */
async function append(list, results, words) {
  const pages = await Promise.all(results.map((result) => result.page()));
  list.append(...pages.map((page) => card(page, words)));
}

/** @param {import("./search-index.js").Found} page @param {DOMStringMap} words */
function card(page, words) {
  const item = document.createElement("li");
  item.className = "card";
  const title = document.createElement("h2");
  title.className = "card__title";
  const link = document.createElement("a");
  link.href = page.url;
  link.textContent = page.title;
  title.append(link);
  const excerpt = document.createElement("p");
  excerpt.append(...marked(page.excerpt));
  const kind = paragraph(words[page.url.split("/")[2]] || "");
  kind.className = "facts";
  item.append(title, excerpt, kind);
  return item;
}

/**
 * Pagefind's excerpt as text and marks. Of what stood in the text it escapes < and >, and nothing else.
 * @param {string} excerpt
 * @returns {Node[]}
 */
function marked(excerpt) {
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
    const inside = /^<mark>(.*)<\/mark>$/.exec(part);
    const text = (inside ? inside[1] : part).replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    if (!inside) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}
