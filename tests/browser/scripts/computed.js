// How each element looks, before and after the page's style is exchanged for another: those that differ, at most 20.
(other) => {
  const PROPERTIES = [
    "display", "position", "float", "width", "height", "margin", "padding", "inset", "border", "borderRadius", "boxShadow",
    "outline", "color", "backgroundColor", "backgroundImage", "opacity", "visibility", "overflow", "fontFamily",
    "fontSize", "fontStyle", "fontWeight", "lineHeight", "letterSpacing", "textAlign", "textDecoration", "textTransform",
    "textIndent", "whiteSpace", "wordBreak", "listStyle", "verticalAlign", "content", "transform", "zIndex", "cursor",
    "flex", "alignItems", "justifyContent", "gap", "fill", "direction", "unicodeBidi", "clipPath", "pointerEvents",
  ];
  // A change of style must not glide from one value to the other while it is read.
  const still = document.createElement("style");
  still.textContent = "*,*::before,*::after{transition:none!important}";
  document.head.append(still);
  const elements = [...document.querySelectorAll("body, body *")].filter((element) => !element.closest("svg *"));
  const looks = () =>
    elements.flatMap((element) =>
      [null, "::before", "::after"].map((part) => {
        const style = getComputedStyle(element, part);
        if (part && ["none", "normal"].includes(style.content)) return [];
        return PROPERTIES.map((property) => `${property}: ${style[property]}`);
      }),
    );
  const before = looks();
  document.querySelector("style").textContent = other;
  const faults = [];
  looks().forEach((look, n) => {
    const now = look.filter((line) => !before[n].includes(line));
    const then = before[n].filter((line) => !look.includes(line));
    if (now.length || then.length) faults.push([elements[Math.floor(n / 3)].outerHTML.slice(0, 80), then.join("; "), now.join("; ")]);
  });
  return { looked: before.flat().length, faults: faults.slice(0, 20) };
}
