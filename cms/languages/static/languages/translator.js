/**
 * In wagtail-localize's editor: what is saved there also says when the page was opened and which text it belongs to,
 * so that nothing of another translator is written over unseen. The panel above the editor is kept in step.
 */
(() => {
  const panel = document.querySelector("[data-translator]");
  if (!panel) return;
  const ask = window.fetch;
  let segments;

  /** The texts of the editor, by the address each is saved to. */
  const known = () => {
    if (!segments) {
      const { props } = document.querySelector(".js-translation-editor").dataset;
      const texts = JSON.parse(props).segments.filter((segment) => segment.type === "string");
      segments = new Map(texts.map((segment) => [segment.editUrl, segment]));
    }
    return segments;
  };

  /** @param {{progress: [number, number], segment_id: number, string_id: ?number}} saved */
  const show = ({ progress, segment_id: segment, string_id: string }) => {
    if (!progress) return;
    const [done, total] = progress;
    panel.querySelector("[data-done]").textContent = done;
    panel.querySelector("[data-total]").textContent = total;
    Object.assign(panel.querySelector("progress"), { value: done, max: total });
    if (string) panel.querySelector(`[data-segment="${segment}"]`)?.remove();
    const changed = panel.querySelector("[data-changed]");
    if (changed && !changed.querySelector("[data-segment]")) changed.remove();
  };

  window.fetch = async (address, options = {}) => {
    const segment = typeof address === "string" && known().get(address);
    if (!segment) return ask(address, options);
    const url = new URL(address, window.location.href);
    url.searchParams.set("opened", panel.dataset.opened);
    if (options.body instanceof FormData) {
      options.body.set("path", segment.contentPath);
      options.body.set("source", segment.source);
    }
    const response = await ask(url, options);
    if (response.ok) response.clone().json().then(show).catch(() => {});
    return response;
  };
})();
