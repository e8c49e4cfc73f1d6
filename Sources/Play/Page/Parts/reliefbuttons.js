// The buttons of the surface, beside those that zoom.

class ReliefButtons {
  constructor(relief) {
    this.relief = relief;
    const cube =
      "M8 1l7 3.5v7L8 15l-7-3.5v-7zM3.6 4.9L8 7.1l4.4-2.2L8 2.7zM2.5 6.3v4.3l4.7 2.3V8.6z";
    this.toggle = this.button("relief-toggle", cube, () => relief.show(!relief.isShown));
    const arrow = "M7 1h2v6h3l-4 4-4-4h3zM2 12h2v1h8v-1h2v3H2z";
    this.save = this.button("relief-save", arrow, () => this.download());
    const text = "Save the surface as a picture";
    this.save.setAttribute("aria-label", text);
    this.save.title = `${text} (PNG)`;
    document.addEventListener("keydown", (event) => this.press(event));
    document.getElementById("help").append(" · 3 surface");
  }

  button(id, d, action) {
    const icon = svgElement("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" });
    icon.append(svgElement("path", { d, "fill-rule": "evenodd" }));
    const button = element("button", { type: "button", id }, icon);
    button.addEventListener("click", action);
    document.querySelector(".zoom").append(button);
    return button;
  }

  update() {
    const { obstacle, isShown } = this.relief;
    const text = isShown ? "Show the map" : "Show the surface";
    this.toggle.disabled = obstacle !== null;
    this.toggle.title = obstacle ?? `${text} (3)`;
    this.toggle.setAttribute("aria-label", text);
    this.toggle.setAttribute("aria-pressed", String(isShown));
    this.save.hidden = !isShown;
  }

  press(event) {
    if (event.key !== "3" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (Keys.belongsTo(event.target, event.key)) return;
    this.relief.show(!this.relief.isShown);
  }

  /** As it is seen, in the screen's own pixels. */
  download() {
    this.relief.draw();
    const link = element("a", { download: "surface.png" });
    link.href = this.relief.surface.canvas.toDataURL("image/png");
    link.click();
  }
}
