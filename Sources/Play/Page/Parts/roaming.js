// The map beyond its whole: what comes into view is asked for.

class Roaming {
  /** So long after the last movement, in milliseconds, the map is asked for. */
  static rest = 150;
  /** A press so soon after another may belong to a double click or to a second finger. */
  static haste = 500;

  constructor(play, dragging) {
    this.play = play;
    this.dragging = dragging;
    const { map, zooming } = play.player.parts;
    [this.map, this.zooming] = [map, zooming];
    map.window = new FreeWindow(play.player.race);
    zooming.redraw = () => this.moved();
    zooming.reset = () => this.clear();
    this.lastPress = -Infinity;
    const { canvas } = map.surface;
    canvas.addEventListener("pointerdown", (event) => this.press(event), { capture: true });
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    canvas.addEventListener("dblclick", () => {
      this.play.state.set("start", this.startBefore);
      this.clear();
    });
  }

  moved() {
    this.play.player.redraw();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), Roaming.rest);
  }

  /** The setting tells what is shown. */
  ask() {
    const { left, top, right, bottom } = this.map.plots[0].area;
    const shown = this.map.window;
    shown.isMoved = false;
    this.play.state.set("window", shown.text({ width: right - left, height: bottom - top }));
    this.play.ask({ isWhole: true });
  }

  /** What is shown is the server's to choose. */
  clear() {
    window.clearTimeout(this.timer);
    this.map.showWhole();
    this.play.player.redraw();
    this.play.state.set("window", null);
    this.play.ask({ isWhole: true });
  }

  /** A second finger takes the first one from the start, which has not moved if that is quick. */
  press(event) {
    const isQuick = event.timeStamp - this.lastPress < Roaming.haste;
    this.lastPress = event.timeStamp;
    if (!isQuick) this.startBefore = this.play.state.get("start");
    if (event.isPrimary || this.dragging.pointer === null) return;
    const { pointer, place } = this.dragging.drop();
    this.zooming.pointers.set(pointer, place);
    if (isQuick) this.play.state.set("start", this.startBefore);
    this.play.ask({ isWhole: true });
  }
}
