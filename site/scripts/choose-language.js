// On "/" the reader is taken to her browser's language. An address with "#languages" asks for the list itself.
// Nothing is stored; without this script the list is the page.

/** @type {string[]} */
const offered = Array.from(document.querySelectorAll("#languages a"), (link) => link.hreflang);

/** Codes browsers use for languages that are offered under another one. */
const same = { no: "nb", nn: "nb", prs: "fa" };

/** @param {string} tag a language tag such as "ar-SY" */
function codeOf(tag) {
  const code = tag.toLowerCase().split("-")[0];
  return same[code] ?? code;
}

if (location.hash !== "#languages") {
  const wanted = (navigator.languages ?? [navigator.language]).map(codeOf);
  const chosen = wanted.find((code) => offered.includes(code));
  if (chosen) location.replace(`/${chosen}/`);
}
