// The keyboard.

class Keys {
  constructor(player, controls, zooming) {
    const { playback } = player;
    this.actions = {
      " ": () => playback.toggle(),
      ArrowLeft: () => player.step(-1),
      ArrowRight: () => player.step(1),
      Home: () => playback.seek(0),
      End: () => playback.seek(player.last),
      "[": () => controls.changeSpeed(-0.1),
      "]": () => controls.changeSpeed(0.1),
      "+": () => zooming.zoomBy(2),
      "=": () => zooming.zoomBy(2),
      "-": () => zooming.zoomBy(0.5),
      0: () => zooming.reset(),
      l: () => playback.setLoops(!playback.loops),
      o: () => player.setOverlays(!player.showsOverlays),
    };
    this.panning = {
      ArrowLeft: () => zooming.panBy(-0.1, 0),
      ArrowRight: () => zooming.panBy(0.1, 0),
      ArrowUp: () => zooming.panBy(0, 0.1),
      ArrowDown: () => zooming.panBy(0, -0.1),
    };
    document.addEventListener("keydown", (event) => this.press(event));
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (Keys.belongsTo(event.target, event.key)) return;
    const action = (event.shiftKey && this.panning[event.key]) || this.actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  }

  /** Whether the focused control has its own use for a key. */
  static belongsTo(target, key) {
    if (!(target instanceof Element)) return false;
    if (target.matches("select, input[type=text]")) return key !== "Escape";
    if (target.matches("input[type=range]:not(#scrub)")) {
      return key.startsWith("Arrow") || key === "Home" || key === "End";
    }
    return key === " " && target.matches("button, summary, input[type=checkbox]");
  }
}
