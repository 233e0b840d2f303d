/**
 * Sees to it that what is saved is what stands on the screen. Two things in Wagtail 8 would lose words:
 *
 * - Its text editors hand on what was typed a quarter of a second later. Who presses a button at once sends less.
 * - Autosave sends what stood in the form when its wait began, and then takes all that is there for saved: what was
 *   typed meanwhile is sent only after a further wait, and no one is warned who leaves before.
 */
window.addEventListener("load", () => {
  const form = document.querySelector("[data-edit-form]");
  if (!(form instanceof HTMLFormElement)) return;
  const controller = (name) => window.wagtail.app.getControllerForElementAndIdentifier(form, name);

  /** Milliseconds until a text editor has handed on what was typed in it; Wagtail waits for 250. */
  const HANDED_ON = 400;
  let typed = -HANDED_ON;
  const isHandedOn = () => performance.now() - typed >= HANDED_ON;

  for (const event of ["keydown", "beforeinput", "input", "paste", "cut", "drop", "mousedown"]) {
    form.addEventListener(
      event,
      ({ target }) => {
        if (target.closest?.("[data-draftail-editor-wrapper]")) typed = performance.now();
      },
      true,
    );
  }

  /** A button that sends the form is pressed again as soon as all words are there to be sent. */
  form.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest?.("[type=submit]");
      if (!button || isHandedOn()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setTimeout(() => button.click(), HANDED_ON);
    },
    true,
  );

  /** @param {FormData} sent */
  function fill(sent) {
    const revision = sent.get("overwrite_revision_id");
    for (const name of [...sent.keys()]) sent.delete(name);
    for (const [name, value] of new FormData(form)) sent.append(name, value);
    if (revision) sent.set("overwrite_revision_id", revision);
  }

  let asSent = "";

  /** Autosave is told what to send when it sends, not when it begins to wait. */
  function sendWhatIsThere() {
    const autosave = controller("w-autosave");
    if (!autosave?.submit.restore) return;
    const send = autosave.submit.restore();
    autosave.submit = (event) => {
      fill(event.detail.formData);
      asSent = controller("w-unsaved").formData;
      return send(event);
    };
    autosave.intervalValueChanged(autosave.intervalValue); // Waits before it sends, as before.
  }

  /** What was typed while the answer was under way is not saved yet. */
  function keepUnsaved() {
    const unsaved = controller("w-unsaved");
    unsaved.initialFormData = unsaved.previousFormData = asSent;
  }

  document.addEventListener("w-autosave:success", keepUnsaved);
  window.addEventListener(
    "beforeunload",
    (event) => {
      if (isHandedOn()) controller("w-unsaved")?.hasChanges(); // Wagtail looks every half second only.
      else event.preventDefault();
    },
    true,
  );
  sendWhatIsThere();
});
