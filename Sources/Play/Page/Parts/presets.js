// Races that are known to show something.

class Presets {
  /** What a reader has chosen of the page's looks stays. */
  static looks = ["theme", "palette"];

  constructor(play, read) {
    this.play = play;
    this.select = document.getElementById("presets");
    this.all = read("catalogue").presets;
    this.all.forEach(({ title, query }) =>
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
    const { chosen } = this;
    this.select.value = chosen ?? "";
    this.chosen = undefined;
    if (chosen !== undefined) this.begin(this.all.find(({ query }) => query === chosen));
  }

  /** The race is played once, where motion is welcome. */
  begin({ opensStep }) {
    const { playback } = this.play.player;
    if (opensStep) document.getElementById("narration").open = true;
    playback.pause();
    playback.setLoops(false);
    playback.seek(0);
    if (!playback.prefersLittleMotion.matches) playback.play();
  }
}

playParts.push(Presets);
