// Map and chart alone: they fill the window.

class Bare {
  /** What a chart beside the map, with the colour bar, needs at least, and what the numbers and
   * words around a map do, in pixels. */
  static beside = 300;
  static words = { across: 70, down: 90 };

  constructor(player) {
    this.player = player;
    this.main = document.querySelector("main");
    window.addEventListener("resize", () => this.arrange());
    player.additions.push(this);
    this.arrange();
  }

  get isOn() {
    return document.body.classList.contains("is-bare");
  }

  set isOn(isOn) {
    document.body.classList.toggle("is-bare", isOn);
    this.player.hasLegend = !isOn;
    this.player.redraw();
  }

  raceChanged() {
    this.arrange();
  }

  draw() {}

  /** Side by side or one above the other, whichever gives the map more. */
  arrange() {
    const { innerWidth: width, innerHeight: height } = window;
    const { race, parts: { map } } = this.player;
    const { left, right, bottom, top } = map.window.whole;
    const ratio = race.hasEqualUnits ? (right - left) / (top - bottom) : width / height;
    const { across, down } = Bare.words;
    const beside = Math.min(
      Math.min(0.72 * width, width - Bare.beside) - across, (height - down) * ratio);
    const above = Math.min(width - across, (0.62 * height - down) * ratio);
    this.main.style.setProperty("--map-ratio", ratio);
    this.main.classList.toggle("is-stacked", above > beside);
  }
}
