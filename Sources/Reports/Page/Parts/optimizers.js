// The list of optimizers, in which each can be hidden.

class Optimizers {
  constructor(list, page) {
    this.page = page;
    this.boxes = page.study.optimizers.map((optimizer, i) => this.box(optimizer, i));
    this.icons = page.study.optimizers.map(() => element("span", { class: "icon" }));
    list.append(...page.study.optimizers.map((optimizer, i) => this.item(optimizer, i)));
    const setAll = (hide) => page.change({ hide });
    document.getElementById("all-optimizers").addEventListener("click", () => setAll([]));
    document.getElementById("no-optimizers").addEventListener("click", () =>
      setAll(page.study.optimizers.map(({ name }) => name)));
  }

  box({ name }) {
    const box = element("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      const others = this.page.state.hide.filter((other) => other !== name);
      this.page.change({ hide: box.checked ? others : [...others, name] });
    });
    return box;
  }

  item({ name, title }, i) {
    const words = element("span", {}, element("b", {}, title));
    if (name !== title) words.append(element("span", { class: "settings" }, name));
    return element("li", {},
      element("label", { class: "entrant" }, this.boxes[i], this.icons[i], words));
  }

  update() {
    const { study, state } = this.page;
    study.optimizers.forEach(({ name }, i) => {
      this.boxes[i].checked = !state.hide.includes(name);
      const { color, shape } = this.page.look(i);
      this.icons[i].replaceChildren(markerIcon(shape, 13, color, { hasTrail: true }));
    });
  }

  /** Marks the one whose curve is pointed at; null for none. */
  mark(optimizer) {
    this.boxes.forEach((box, i) => box.closest("li").classList.toggle("is-near", i === optimizer));
  }
}
