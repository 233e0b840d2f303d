/**
 * What is pasted into a text from Word, Google Docs or LibreOffice keeps its words, lists, links, bold and italic.
 * A heading becomes a bold paragraph: headings are blocks of their own here, and the panel of problems says so.
 * Colours, fonts, pictures, comments and what was struck out in review stay behind.
 */
(() => {
  const OWN = "data-draftjs-conductor-fragment";
  const GONE =
    "script, style, meta, link, title, head, xml, template, noscript, iframe, object, svg, img, del, .msoDel, " +
    "[style*='mso-element:comment'], [style*='mso-element: comment'], .MsoCommentReference, .MsoCommentText, " +
    "a[href^='#_msocom'], [style*='mso-hide:all'], [style*='mso-hide: all']";
  const BLOCKS = "p, div, h1, h2, h3, h4, h5, h6, li, ul, ol, table, tr, blockquote, pre, section, article, dt, dd, center";
  const HEADING = /^H[1-6]$/;
  const FOLLOWED = /^(https?:|mailto:|tel:)/i;
  const WORD_LIST = /mso-list:\s*l\d+\s+level(\d+)/i;
  const NUMBER = /^\(?(\d+|[a-z]|[ivx]+)[.)]/i;

  /** @typedef {{html: string, list: ""|"ul"|"ol", depth: number}} Line */

  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

  /** @param {Element} element */
  const styleOf = (element) => `;${(element.getAttribute("style") ?? "").replace(/\s*([:;])\s*/g, "$1").toLowerCase()}`;

  /** The words of a node with bold, italic and links, on one line. @param {Node} node */
  function inline(node, isHeading = false) {
    if (node instanceof Text) return escaped(node.data.replace(/[ \t\r\n\f]+/g, " "));
    if (!(node instanceof Element)) return "";
    if (node.tagName === "BR") return "<br>";
    const style = styleOf(node);
    if (/mso-list:ignore/.test(style)) return "";
    const inside = [...node.childNodes].map((child) => inline(child, isHeading)).join("");
    if (!inside.trim()) return inside && " ";
    const href = node.tagName === "A" ? node.getAttribute("href") ?? "" : "";
    if (FOLLOWED.test(href)) return `<a href="${escaped(href)}">${inside}</a>`;
    const weight = /;font-weight:(\w+)/.exec(style)?.[1];
    const isBold = weight ? weight === "bold" || Number(weight) >= 600 : /^(B|STRONG)$/.test(node.tagName);
    const isItalic = /;font-style:/.test(style) ? /;font-style:italic/.test(style) : /^(I|EM)$/.test(node.tagName);
    const leaning = isItalic ? `<i>${inside}</i>` : inside;
    return isBold && !isHeading ? `<b>${leaning}</b>` : leaning;
  }

  /** A list that Word writes as paragraphs. @param {Element} element @returns {{list: "ul"|"ol", depth: number}|null} */
  function wordList(element) {
    const level = WORD_LIST.exec(element.getAttribute("style") ?? "");
    if (!level) return null;
    const sign = [...element.querySelectorAll("[style]")].find((each) => /mso-list:ignore/.test(styleOf(each)));
    return { list: NUMBER.test(sign?.textContent.trim() ?? "") ? "ol" : "ul", depth: Number(level[1]) - 1 };
  }

  /** @param {Element} parent @param {""|"ul"|"ol"} list @param {number} depth @returns {Line[]} */
  function linesOf(parent, list = "", depth = 0) {
    const lines = [];
    let loose = "";
    let isFirst = true;

    function end() {
      const html = loose.replace(/^(\s|<br>)+|(\s|<br>)+$/g, "");
      // What follows in the same item of a list is a line of it.
      if (html && list && !isFirst) lines.findLast((line) => line.depth === depth).html += `<br>${html}`;
      else if (html) lines.push({ html, list, depth });
      isFirst = isFirst && !html;
      loose = "";
    }

    for (const node of parent.childNodes) {
      const isBlock = node instanceof Element && (node.matches(BLOCKS) || node.querySelector(BLOCKS));
      if (!isBlock) {
        loose += inline(node);
        continue;
      }
      end();
      if (/^(UL|OL)$/.test(node.tagName)) {
        const inner = list && parent.tagName !== "LI" ? depth + 1 : list ? depth + 1 : 0;
        const kind = node.tagName.toLowerCase();
        for (const item of node.children) {
          lines.push(...(item.tagName === "LI" ? linesOf(item, kind, inner) : linesOf(wrapped(item), kind, inner)));
        }
      } else if (HEADING.test(node.tagName)) {
        const words = inline(node, true).trim();
        if (words) lines.push({ html: `<b>${words}</b>`, list: "", depth: 0 });
      } else if (node.tagName === "TR") {
        const cells = [...node.children].map((cell) => inline(cell).trim()).filter(Boolean);
        if (cells.length) lines.push({ html: cells.join(" – "), list: "", depth: 0 });
      } else if (wordList(node)) {
        lines.push(...linesOf(node, wordList(node).list, wordList(node).depth));
      } else if (list) {
        for (const line of linesOf(node, list, depth)) {
          if (line.depth > depth) lines.push(line);
          else (loose = line.html), end();
        }
      } else lines.push(...linesOf(node));
    }
    end();
    return lines;
  }

  /** A list that stands in a list without an item around it, as Google Docs writes it. @param {Element} item */
  function wrapped(item) {
    const around = item.ownerDocument.createElement("div");
    around.append(item.cloneNode(true));
    return around;
  }

  /** @param {Line[]} lines */
  function written(lines) {
    let html = "";
    /** @type {string[]} */
    const open = [];
    const close = (depth) => {
      while (open.length > depth) html += `</li></${open.pop()}>`;
    };
    for (const { html: words, list, depth } of lines) {
      if (!list) {
        close(0);
        html += `<p>${words}</p>`;
        continue;
      }
      const level = Math.min(depth, open.length);
      close(level + 1);
      if (open[level] && open[level] !== list) close(level);
      if (open.length > level) html += "</li>";
      else html += `<${open[open.push(list) - 1]}>`;
      html += `<li>${words}`;
    }
    close(0);
    return html;
  }

  /** @param {string} html what a clipboard holds @returns {string} paragraphs and lists */
  function cleaned(html) {
    const { body } = new DOMParser().parseFromString(html, "text/html"); // Runs no script and fetches nothing.
    body.querySelectorAll(GONE).forEach((element) => element.remove());
    return written(linesOf(body));
  }

  document.addEventListener(
    "paste",
    (event) => {
      const html = event.clipboardData?.getData("text/html");
      const isOurs = !event.isTrusted && event.clipboardData?.types.includes("text/x-cleaned");
      if (!html || isOurs || html.includes(OWN) || !event.target.closest?.("[data-draftail-editor-wrapper]")) return;
      const clean = cleaned(html);
      if (!clean) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", clean);
      clipboardData.setData("text/plain", event.clipboardData.getData("text/plain"));
      clipboardData.setData("text/x-cleaned", "1");
      event.target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    true,
  );
})();
