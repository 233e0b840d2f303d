// What moves by itself or on a change of state.
() => {
  const faults = document.getAnimations().map((one) => `runs: ${one.animationName ?? one.transitionProperty}`);
  if (getComputedStyle(document.documentElement).scrollBehavior !== "auto") faults.push("the page glides to a place");
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const slow = style.transitionDuration.split(",").some((time) => parseFloat(time) > 0.001);
      if (slow || style.animationName !== "none") faults.push(`${part ?? ""} ${element.outerHTML.slice(0, 80)}`);
    }
  }
  return faults;
}
