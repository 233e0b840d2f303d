// Where the Tab key should stop, in the order of the document: each element gets its number as data-stop.
// Of a group of radio buttons it is one; what is folded away is none.
() => {
  const pressable = "a[href], button, input, select, textarea, summary, audio[controls], [tabindex]";
  const groups = new Set();
  const stops = [...document.querySelectorAll(pressable)].filter((element) => {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.type !== "radio") return true;
    const group = `${element.form?.id}/${element.name}`;
    return !groups.has(group) && groups.add(group);
  });
  stops.forEach((element, n) => (element.dataset.stop = String(n)));
  // A page that has put the focus somewhere itself is walked from its beginning all the same.
  document.body.tabIndex = -1;
  document.body.focus({ preventScroll: true });
  document.body.removeAttribute("tabindex");
  return stops.map((element) => element.outerHTML.slice(0, 120));
}
