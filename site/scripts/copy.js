// Copying the address of the page, and saying whether it went well.

/** @param {HTMLElement} block the actions of a page */
export function attachCopy(block) {
  const button = block.querySelector("[data-copy]");
  const said = block.querySelector(".actions__said");
  const shown = block.querySelector(".share bdi");
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = "";
    const done = await copied(block.dataset.address, shown);
    said.textContent = done ? button.dataset.copied : button.dataset.notCopied;
  });
}

/**
 * @param {string} text
 * @param {Element} shown where the text stands on the page
 * @returns {Promise<boolean>}
 */
export async function copied(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // In an app's own browser there may be no clipboard to write to: select the text, as a finger would.
    getSelection().selectAllChildren(shown);
    return document.execCommand("copy");
  }
}
