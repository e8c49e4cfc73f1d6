// Races that are known to show something.

class Presets {
  /** What a reader has chosen of the page's looks stays. */
  static looks = ["theme", "palette"];

  constructor(play, read) {
    this.play = play;
    this.select = document.getElementById("presets");
    read("catalogue").presets.forEach(({ title, query }) =>
      this.select.append(element("option", { value: query }, title)));
    this.select.addEventListener("change", () => this.choose(this.select.value));
  }

  choose(query) {
    const { state } = this.play;
    const looks = Presets.looks.map((name) => [name, state.get(name)]);
    state.query = new URLSearchParams(query);
    for (const [name, value] of looks) state.set(name, value);
    this.chosen = query;
    this.play.ask({ isWhole: true });
  }

  /** As soon as something is changed it is another race. */
  stated() {
    this.select.value = this.chosen ?? "";
    this.chosen = undefined;
  }
}

playParts.push(Presets);
