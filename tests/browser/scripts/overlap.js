// Texts that lie over one another or cannot be seen: pairs of the innermost elements with words of their own.
() => {
  const hasWords = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const name = (element) => element.textContent.trim().slice(0, 40);
  const texts = [...document.body.querySelectorAll("*")].filter(
    (element) => hasWords(element) && element.checkVisibility() && !element.closest("svg, .hidden, .md-skip, .item-gap-label"),
  );
  const boxes = texts.map((element) => {
    const range = document.createRange();
    const own = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    return own.flatMap((node) => (range.selectNode(node), [...range.getClientRects()]));
  });
  const faults = [];
  boxes.forEach((own, n) => {
    if (!own.some((box) => box.width > 1 && box.height > 1)) faults.push(`cannot be seen: ${name(texts[n])}`);
    for (let m = n + 1; m < boxes.length; m += 1) {
      const over = own.some((a) =>
        boxes[m].some(
          (b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6,
        ),
      );
      if (over) faults.push(`overlap: ${name(texts[n])} | ${name(texts[m])}`);
    }
  });
  return faults;
}
