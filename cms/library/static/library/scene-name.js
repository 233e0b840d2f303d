/**
 * Where a choice leads: a list of the story's scenes in the place of a line of text.
 *
 * A scene is named by its key; one that has none yet, by the id of its block, which stays while its title is
 * written. The line of text is still there, hidden, and is what is saved. Registered with Wagtail's telepath, this
 * stands in every block of a choice that is added.
 *
 * @typedef {{choose: string, unnamed: string, gone: string, gone_block: string, scene: string, ending: string}} Words
 * @typedef {{value: string, title: string, ids: string[]}} Listed
 */
(() => {
  const BLOCK_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  const NEW = { scene: "new:scene", ending: "new:ending" };
  const Widget = window.telepath.constructors["wagtail.widgets.Widget"];
  const BoundWidget = new Widget("").boundWidgetClass;

  /** @type {Set<BoundSceneName>} */
  const shown = new Set();
  /** Blocks that stood here first: a copy of one of them takes its key with it, and has to give it back. */
  const keepers = new Map();

  const fold = (name) => name.toLocaleLowerCase().split(/\s+/).filter(Boolean).join(" ");

  /** The stream the field stands in. Wagtail hangs it on its element once it is drawn. */
  const streamOf = (name) => document.getElementById(`${name.split("-")[0]}-root`)?.rootBlock;

  const valueOf = (child, name) => child.block.childBlocks[name]?.getValue() ?? "";

  /** @returns {Listed[]} the scenes in their order, as they stand in the form now */
  function scenesOf(name) {
    return (streamOf(name)?.children ?? []).map((child) => {
      const [key, title] = [valueOf(child, "key"), valueOf(child, "title").trim()];
      return { value: key || child.id, title, ids: [key, child.id].filter(Boolean).map(fold) };
    });
  }

  /** The scene that a value names, by its key, its block, or a title no other scene has. */
  function named(value, scenes) {
    const name = fold(value);
    if (!name) return undefined;
    const byTitle = scenes.filter((scene) => fold(scene.title) === name);
    return scenes.find((scene) => scene.ids.includes(name)) ?? (byTitle.length === 1 ? byTitle[0] : undefined);
  }

  /** The scenes, and after each its choices. */
  const partsOf = (name) =>
    (streamOf(name)?.children ?? []).flatMap((scene) => [scene, ...(scene.block.childBlocks.choices?.children ?? [])]);

  /** A scene or choice that was copied from another gets a key of its own when it is saved. */
  function giveKeysBack(name) {
    const parts = partsOf(name);
    const there = new Set(parts.map((part) => part.id));
    for (const part of parts) {
      const key = valueOf(part, "key");
      if (!key) continue;
      if (!there.has(keepers.get(key))) keepers.set(key, part.id);
      else if (keepers.get(key) !== part.id) part.block.childBlocks.key.setState("");
    }
  }

  /** The line a folded block is known by names the scene it leads to: by the title that has now. */
  function nameFolded(name) {
    for (const part of partsOf(name)) {
      const line = part.element.querySelector("[data-panel-heading-text]");
      const text = part.getTextLabel({ maxLength: 70 }) ?? "";
      if (line && line.textContent !== text) line.textContent = text;
    }
  }

  class BoundSceneName extends BoundWidget {
    /**
     * @param {HTMLInputElement} element
     * @param {string} name
     * @param {Words} words
     */
    constructor(element, name, capabilities, words) {
      super(element, name, capabilities);
      this.name = name;
      this.words = words;
      this.select = document.createElement("select");
      this.select.id = `${this.input.id}-list`;
      this.idForLabel = this.select.id;
      this.select.addEventListener("change", () => this.choose(this.select.value));
      this.input.after(this.select);
      this.input.hidden = true;
      shown.add(this);
      soon();
    }

    choose(value) {
      const kind = Object.keys(NEW).find((each) => NEW[each] === value);
      this.setState(kind ? this.add(kind) : value);
      for (const event of ["input", "change"]) this.input.dispatchEvent(new Event(event, { bubbles: true }));
    }

    /** Puts a new scene after the one this choice stands in, and leads there. */
    add(kind) {
      const stream = streamOf(this.name);
      const here = stream.children.findIndex((child) => child.element.contains(this.input));
      stream._onRequestInsert(here + 1, { type: kind });
      return stream.children[here + 1].id;
    }

    setState(value) {
      super.setState(value ?? "");
      if (this.select) this.draw();
    }

    setInvalid(invalid) {
      super.setInvalid(invalid);
      this.select.setAttribute("aria-invalid", String(Boolean(invalid)));
    }

    getValueForLabel() {
      return named(this.input.value, scenesOf(this.name))?.title || (BLOCK_ID.test(this.input.value) ? "…" : this.input.value);
    }

    focus() {
      this.select.focus();
    }

    draw() {
      if (!streamOf(this.name)) return; // Still being drawn: it comes again.
      const scenes = scenesOf(this.name);
      const target = named(this.input.value, scenes);
      // What was typed, or the block a scene had before it was saved, becomes the name that lasts.
      if (target && target.value !== this.input.value) this.input.value = target.value;
      const value = this.input.value;
      const gone = BLOCK_ID.test(value) ? this.words.gone_block : this.words.gone.replace("%(name)s", value);
      const options = [
        ["", this.words.choose],
        ...(value && !target ? [[value, gone]] : []),
        ...scenes.map((scene) => [scene.value, scene.title || this.words.unnamed]),
        [NEW.scene, this.words.scene],
        [NEW.ending, this.words.ending],
      ];
      const drawn = JSON.stringify(options);
      if (drawn !== this.drawn) this.select.replaceChildren(...options.map(([of, text]) => new Option(text, of)));
      this.drawn = drawn;
      this.select.value = value;
      // The help beside the field is for those who have to type.
      const help = this.select.closest("[data-field]")?.querySelector("[data-field-help], .help");
      if (help instanceof HTMLElement) help.hidden = true;
    }
  }

  class SceneName extends Widget {
    /**
     * @param {string} html
     * @param {Words} words
     */
    constructor(html, words) {
      super(html);
      this.boundWidgetClass = class extends BoundSceneName {
        constructor(element, name, capabilities) {
          super(element, name, capabilities, words);
        }
      };
    }
  }

  window.telepath.register("toolbox.SceneName", SceneName);

  let waiting = 0;

  /** Draws all lists again, once for all that happens now. */
  function soon() {
    if (waiting) return;
    waiting = requestAnimationFrame(() => {
      waiting = 0;
      for (const list of shown) if (!list.select.isConnected) shown.delete(list);
      const [first] = shown;
      if (first) giveKeysBack(first.name);
      for (const list of shown) list.draw();
      if (first) nameFolded(first.name);
    });
  }

  for (const event of ["input", "change", "click", "w-block:ready"]) document.addEventListener(event, soon, true);
})();
