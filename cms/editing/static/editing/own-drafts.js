/**
 * A form that is sent by hand says, as it does when it saves itself, which version it last saved by itself.
 * Without that an editor's own draft would be taken for somebody else's.
 */
document.addEventListener("submit", ({ target: form }) => {
  const saved = Number(form.dataset.wAutosaveRevisionIdValue);
  if (!saved) return;
  const field = form.querySelector("[data-own-draft]") ?? document.createElement("input");
  Object.assign(field, { type: "hidden", name: "overwrite_revision_id", value: saved });
  field.dataset.ownDraft = "";
  form.append(field);
});
