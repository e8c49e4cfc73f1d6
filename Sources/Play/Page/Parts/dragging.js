// The start in the reader's hand: a press on the map puts it there, and it follows the pointer.

class Dragging {
  /** So long, in milliseconds, no place is told before pictures are due. */
  static pause = 8;

  /** `isPossible` tells whether places on the map are starts; `moved` is called with two
   * coordinates, the event's time and whether that is the end. */
  constructor({ map, zooming, pointing }, { isPossible, moved }) {
    this.map = map;
    this.pointing = pointing;
    this.isPossible = isPossible;
    this.moved = moved;
    this.pointer = null;
    /** Of the map that was pressed, where there are several. */
    this.number = 0;
    const { canvas } = map.surface;
    zooming.isTaken = (event) => this.takes(event);
    canvas.addEventListener("pointerdown", (event) => this.press(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    // Comes at once where browsers know it; others wait until the next picture is due.
    canvas.addEventListener("pointerrawupdate", (event) => this.hurry(event));
    for (const name of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(name, (event) => this.release(event));
    }
  }

  /** The first pointer with its main button alone: others, and with shift, move the map. */
  takes(event) {
    return this.isPossible() && event.isPrimary && event.button <= 0 && !event.shiftKey &&
      this.plotBelow(event) !== undefined;
  }

  plotBelow(event) {
    return this.map.plotAt(this.map.surface.place(event));
  }

  press(event) {
    if (!this.takes(event)) return;
    this.number = this.map.plots.indexOf(this.plotBelow(event));
    this.pointer = event.pointerId;
    this.pointing.pause(true);
    if (event.isTrusted) this.map.surface.canvas.setPointerCapture(event.pointerId);
    this.tell(event, false);
  }

  /** The same place need not be told again. */
  move(event) {
    if (event.pointerId !== this.pointer) return;
    const { x, y } = this.map.surface.place(event);
    if (x !== this.place.x || y !== this.place.y) this.tell(event, false);
  }

  /** Some mice tell a thousand places a second: more than pictures show need no race. */
  hurry(event) {
    if (event.timeStamp - this.toldAt >= Dragging.pause) this.move(event);
  }

  release(event) {
    if (event.pointerId !== this.pointer) return;
    this.drop();
    this.tell(event, true);
  }

  /** Lets go of the start without another word: the pointer that held it, and where it is. */
  drop() {
    const held = { pointer: this.pointer, place: this.place };
    this.pointer = null;
    this.pointing.pause(false);
    return held;
  }

  /** The place on the plane under the pointer; outside the pressed map that at its edge. */
  tell(event, isEnd) {
    const { area, x, y } = this.map.plots[this.number] ?? this.map.plots[0];
    const place = this.map.surface.place(event);
    [this.place, this.toldAt] = [place, event.timeStamp];
    const across = Math.min(Math.max(place.x, area.left), area.right);
    const down = Math.min(Math.max(place.y, area.top), area.bottom);
    const point = [x.value(across, area.left, area.right), y.value(down, area.bottom, area.top)];
    this.moved(point, event.timeStamp, isEnd);
  }
}
