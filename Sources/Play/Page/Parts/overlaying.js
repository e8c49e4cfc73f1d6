// Which overlays are shown: a box for each that the catalogue knows.

class Overlaying {
  constructor(play, read) {
    this.play = play;
    this.boxes = read("catalogue").overlays.map(({ name, summary }) => {
      const box = element("input", { type: "checkbox", value: name });
      box.addEventListener("change", () => this.change(box));
      const label = element("label", { class: "choice", title: summary }, box,
        element("span", {}, name, " ", element("small", {}, summary)));
      document.getElementById("overlay-names").append(label);
      return box;
    });
    this.stated();
  }

  get chosen() {
    return (this.play.state.get("overlay") ?? "").split(",").filter((name) => name !== "");
  }

  stated() {
    const { chosen } = this;
    for (const box of this.boxes) box.checked = chosen.includes(box.value);
  }

  change(box) {
    const others = this.chosen.filter((name) => name !== box.value);
    const names = box.checked ? [...others, box.value] : others;
    this.play.state.set("overlay", names.join(","));
    this.play.ask({ isWhole: true });
  }
}

playParts.push(Overlaying);
