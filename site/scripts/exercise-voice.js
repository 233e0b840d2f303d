// The device's own Norwegian voice, for what nobody has recorded. It says that it is a machine.

/** @param {HTMLElement} place under an item's instruction @param {SpeechSynthesisVoice} voice @param {DOMStringMap} words */
export function offer(place, voice, words) {
  if (place.querySelector("button")) return; // Browsers tell of their voices more than once.
  const section = place.closest(".item");
  const lines = Array.from(section.querySelectorAll("ol.item-dialogue > li > span"), (line) => line.textContent);
  place.textContent = "";
  for (const [name, rate] of [[words.hear, 0.9], [words.hearSlowly, 0.6]]) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "actions__button", textContent: name });
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
