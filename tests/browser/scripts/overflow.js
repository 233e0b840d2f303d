// What does not fit: the page if it can be moved sideways, and every element whose text is cut off or sticks out.
() => {
  const root = document.documentElement;
  const faults = root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} px wide in ${innerWidth}`] : [];
  const name = (element) => element.outerHTML.slice(0, 100);
  const hiddenOnPurpose = (element) => element.closest(".hidden, .md-skip, .item-gap-label") !== null;
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest("svg") || hiddenOnPurpose(element) || !element.checkVisibility()) continue;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const cut = style.overflowX === "hidden" || style.overflowX === "clip";
    if (cut && element.scrollWidth > element.clientWidth + 1) faults.push(`cut off: ${name(element)}`);
    const scrolls = (up) => up && (/auto|scroll/.test(getComputedStyle(up).overflowX) || scrolls(up.parentElement));
    if (box.width && (box.left < -1 || box.right > innerWidth + 1) && !scrolls(element.parentElement)) {
      faults.push(`sticks out: ${name(element)}`);
    }
  }
  return faults;
}
