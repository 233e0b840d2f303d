/**
 * Before a form is sent, asks whether its editor is still signed in: who was signed out meanwhile, or has no
 * connection, would be led to another page, without what was written last. The form takes along the token that is
 * valid now, which a new sign-in has changed.
 */
(() => {
  const words = document.currentScript.dataset;

  window.addEventListener("load", async () => {
    const form = document.querySelector("[data-edit-form]");
    if (!(form instanceof HTMLFormElement)) return;
    const ask = async () => {
      const answer = await fetch(words.session, { cache: "no-store" });
      return answer.ok ? answer.json().catch(() => null) : null; // A check that fails holds nobody up.
    };
    let person;
    let isAsked = false;
    let told;

    /** @param {string} text @param {boolean} [maySignIn] */
    function tell(text, maySignIn = false) {
      told ??= document.createElement("div");
      told.className = "session-told";
      told.setAttribute("role", "alert");
      told.replaceChildren(text);
      if (maySignIn) {
        const link = Object.assign(document.createElement("a"), { href: words.signIn, target: "_blank" });
        link.textContent = words.open;
        told.append(" ", link);
      }
      form.querySelector("footer").before(told);
    }

    /** Whether the form may be sent; else it has been told why not. */
    async function mayBeSent() {
      let now;
      try {
        now = await ask();
      } catch {
        tell(words.away);
        return false;
      }
      if (!now) return true;
      if (!now.person) {
        tell(words.signedOut, true);
        return false;
      }
      form.querySelector("[name=csrfmiddlewaretoken]").value = now.token;
      const isOther = person && person !== now.person;
      person = now.person;
      if (isOther) tell(words.other.replaceAll("{name}", now.name));
      return !isOther;
    }

    form.addEventListener(
      "click",
      async (event) => {
        const button = event.target.closest?.("[type=submit]");
        if (!button || isAsked) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (!(await mayBeSent())) return;
        told?.remove();
        isAsked = true;
        button.click();
        isAsked = false;
      },
      true,
    );
    person = (await ask().catch(() => null))?.person;
  });
})();
