/**
 * What stands in the form of the page, as it is sent to be looked at.
 * ``data-sends`` of a panel names the fields; a name that ends in "-" stands for all that begin so.
 */
window.writtenForm = (panel) => {
  const names = panel.dataset.sends.split(" ");
  const isSent = (name) =>
    name === "csrfmiddlewaretoken" || names.some((each) => (each.endsWith("-") ? name.startsWith(each) : name === each));
  const form = document.querySelector("[data-edit-form]");
  return new URLSearchParams([...new FormData(form)].filter(([name, value]) => isSent(name) && typeof value === "string"));
};

/**
 * Asks the server about the form. Throws where the answer does not get through.
 *
 * @param {string} url
 * @param {URLSearchParams} body
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ok: boolean, told: any}>}
 */
window.askAboutForm = async (url, body, signal) => {
  const headers = { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" };
  const answer = await fetch(url, { method: "POST", body: body.toString(), headers, credentials: "same-origin", signal });
  return { ok: answer.ok, told: await answer.json() };
};
