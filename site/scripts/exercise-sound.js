// What there is to hear of an item: a recording, else the device's own Norwegian voice, which says that it is a machine,
// else the mentor.

/** @param {HTMLElement} section @param {DOMStringMap} words */
export function attach(section, words) {
  const recordings = Array.from(section.querySelectorAll("audio"));
  if (!recordings.length) {
    speak(section, section.querySelector(".item-instruction"), words, section.matches(".item-dictation") ? words.aloud : "");
  }
  const lost = () => {
    if (!section.querySelector(".item-lost")) tellLost(section, words);
  };
  for (const recording of recordings) recording.addEventListener("error", lost);
  if (recordings.some((recording) => recording.error)) lost();
}

/** Says that a recording does not come, and folded, what it would say. */
function tellLost(section, words) {
  const told = made("p", "item-lost", words.lost);
  const text = made("p", "", section.dataset.said);
  const folded = made("details", "item-hint");
  told.setAttribute("role", "status");
  Object.assign(text, { lang: "nb", dir: "ltr" });
  folded.append(made("summary", "", words.said), text);
  section.querySelector(".item-audio").after(told, folded);
  speak(section, told, words);
}

/** Offers a Norwegian voice as soon as there is one. One that is asked over the network is none. */
function speak(section, above, words, otherwise = "") {
  const place = made("div", "item-voice", otherwise);
  const voices = self.speechSynthesis;
  const look = () => {
    const voice = voices.getVoices().find((one) => one.localService && /^n[bo]([-_]|$)/i.test(one.lang));
    if (voice && !place.querySelector("button")) offer(section, place, voice, words);
  };
  above.after(place);
  if (!voices) return;
  look();
  if (voices.addEventListener) voices.addEventListener("voiceschanged", look); // They can be known late.
}

function offer(section, place, voice, words) {
  const lines = Array.from(section.querySelectorAll(".item-spoken > li > span"), (line) => line.textContent);
  place.textContent = "";
  for (const [name, rate] of [[words.hear, 0.9], [words.hearSlowly, 0.6]]) {
    const button = made("button", "actions__button", name);
    button.type = "button";
    button.addEventListener("click", () => {
      speechSynthesis.cancel();
      for (const text of lines.length ? lines : [section.dataset.said]) {
        const spoken = new SpeechSynthesisUtterance(text);
        speechSynthesis.speak(Object.assign(spoken, { voice, lang: voice.lang, rate }));
      }
    });
    place.append(button);
  }
}

/** @param {string} tag @param {string} name of its class @param {string} text */
function made(tag, name, text) {
  return Object.assign(document.createElement(tag), { className: name, textContent: text });
}
