// Of what can be pressed, each that a box is drawn around: `all` in ordinary colours, `without` an edge as it is now.
() => {
  const SIDES = ["Top", "Right", "Bottom", "Left"];
  const pressable = "a[href], button, input:not([type=radio], [type=checkbox]), select, textarea, summary";
  const name = (element) => element.outerHTML.slice(0, 100);
  const isDrawn = (element, style) => {
    const ground = style.backgroundColor;
    return (ground !== "transparent" && !/, 0\)$/.test(ground)) || SIDES.every((side) => style[`border${side}Style`] !== "none");
  };
  const hasEdge = (style) => SIDES.every((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1);
  const seen = [...document.querySelectorAll(pressable)].filter((element) => element.checkVisibility());
  if (!matchMedia("(forced-colors: active)").matches) {
    const drawn = seen.filter((element) => isDrawn(element, getComputedStyle(element)));
    drawn.forEach((element) => element.toggleAttribute("data-drawn", true));
    return { all: drawn.map(name), without: [] };
  }
  const drawn = [...document.querySelectorAll("[data-drawn]")];
  return { all: drawn.map(name), without: drawn.filter((element) => !hasEdge(getComputedStyle(element))).map(name) };
}
