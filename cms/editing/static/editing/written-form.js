/**
 * What stands in the form of the page, as it is sent to be looked at: all but files, and what is said in comments.
 */
window.writtenForm = () => {
  const form = document.querySelector("[data-edit-form]");
  const isSent = ([name, value]) => typeof value === "string" && !name.startsWith("comments-");
  return new URLSearchParams([...new FormData(form)].filter(isSent));
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
