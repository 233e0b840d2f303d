// The number of the stop where the focus is, null where it is on none; whether one sees it there.
() => {
  const element = document.activeElement;
  const outlined = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const box = element.getBoundingClientRect();
  return {
    stop: element.dataset.stop === undefined ? null : Number(element.dataset.stop),
    outlined: outlined(getComputedStyle(element)) || outlined(getComputedStyle(element, "::after")),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1,
  };
}
