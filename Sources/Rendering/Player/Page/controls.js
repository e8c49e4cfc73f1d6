// Buttons, sliders and the choice of the clock.

class Controls {
  constructor(player) {
    this.player = player;
    const { playback } = player;
    const find = (id) => document.getElementById(id);
    [this.play, this.scrub, this.time] = [find("play"), find("scrub"), find("time")];
    [this.speed, this.speedText, this.clock] =
      [find("speed"), find("speed-text"), find("clock")];
    this.play.addEventListener("click", () => playback.toggle());
    this.scrub.addEventListener("input", () => playback.seek(Number(this.scrub.value)));
    const moves = {
      first: () => playback.seek(0),
      back: () => player.step(-1),
      forward: () => player.step(1),
      last: () => playback.seek(player.last),
    };
    for (const [id, move] of Object.entries(moves)) find(id).addEventListener("click", move);
    this.speed.addEventListener("input", () => this.setSpeed(Number(this.speed.value)));
    this.setSpeed(0);
    this.fillClocks();
    this.clock.addEventListener("change", () => this.player.setClock(this.clock.value));
    this.loop = find("loop");
    this.loop.addEventListener("change", () => playback.setLoops(this.loop.checked));
    this.overlays = find("overlays");
    this.raceChanged();
    this.overlays.addEventListener("change", () => player.setOverlays(this.overlays.checked));
  }

  fillClocks() {
    const { race, clock } = this.player;
    const names = race.clocks.map((name) => element("option", { value: name }, name));
    this.clock.replaceChildren(...names);
    this.clock.value = clock;
  }

  raceChanged() {
    this.overlays.closest("label").hidden = !this.player.race.hasOverlays;
    const { race, clock } = this.player;
    const names = Array.from(this.clock.options, ({ value }) => value);
    if (names.join() !== race.clocks.join()) this.fillClocks();
    if (this.clock.value !== clock) this.clock.value = clock;
  }

  /** From a tenth to ten times, by the power of ten. */
  setSpeed(power) {
    const value = Math.min(Math.max(power, -1), 1);
    this.player.playback.speed = 10 ** value;
    this.speed.value = String(value);
    const text = valueText(10 ** value, 2);
    this.speedText.textContent = text + "×";
    this.speed.setAttribute("aria-valuetext", text + " times");
  }

  changeSpeed(difference) {
    this.setSpeed(Math.round((Number(this.speed.value) + difference) * 100) / 100);
  }

  /** What time it is; the same is not written again, for it is laid out anew. */
  tell(text) {
    if (this.time.textContent === text) return;
    this.time.textContent = text;
    this.scrub.setAttribute("aria-valuetext", text);
  }

  update() {
    const { now, last, clock, playback } = this.player;
    this.tell(`${unitOf(clock)} ${now} of ${last}`);
    if (this.scrub.max !== String(last)) this.scrub.max = String(last);
    if (this.scrub.value !== String(now)) this.scrub.value = String(now);
    this.loop.checked = playback.loops;
    this.overlays.checked = this.player.showsOverlays;
    const action = playback.isPlaying ? "Pause" : "Play";
    if (this.play.getAttribute("aria-label") === action) return;
    this.play.setAttribute("aria-label", action);
    this.play.title = action + " (space)";
    document.body.classList.toggle("is-playing", playback.isPlaying);
  }
}
