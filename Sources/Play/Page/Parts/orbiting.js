// Turning the surface: pointers, the wheel and arrow keys.

class Orbiting {
  /** Radians a pixel, and a press of a key. */
  static pixel = 0.008;
  static key = 0.1;

  constructor(relief) {
    this.relief = relief;
    this.pointers = new Map();
    const { canvas } = relief.surface;
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    canvas.addEventListener("pointerdown", (event) => this.press(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(name, (event) => this.pointers.delete(event.pointerId));
    }
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    canvas.addEventListener("dblclick", () => relief.reset());
    canvas.addEventListener("keydown", (event) => this.type(event));
    this.takeOver(relief.player.parts.zooming);
  }

  /** Buttons and keys that zoom and move the map do so to the surface while it is shown. */
  takeOver(zooming) {
    for (const name of ["zoomBy", "panBy", "reset"]) {
      const ofMap = zooming[name].bind(zooming);
      zooming[name] = (...values) =>
        (this.relief.isShown ? this.relief[name](...values) : ofMap(...values));
    }
  }

  wheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === 0 ? event.deltaY / 100 : event.deltaY / 3;
    this.relief.zoomBy(2 ** (-Math.min(Math.max(lines, -1), 1) / 2));
  }

  press(event) {
    this.pointers.set(event.pointerId, this.relief.surface.place(event));
    if (event.isTrusted) this.relief.surface.canvas.setPointerCapture(event.pointerId);
  }

  /** One pointer turns; two also zoom by how much their distance grows. */
  move(event) {
    const old = this.pointers.get(event.pointerId);
    if (old === undefined) return;
    const place = this.relief.surface.place(event);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, place);
    const angle = Orbiting.pixel / this.pointers.size;
    this.relief.orbitBy((place.x - old.x) * angle, (place.y - old.y) * angle);
    if (other === undefined) return;
    const [before, after] = [old, place].map(({ x, y }) => Math.hypot(x - other.x, y - other.y));
    if (before > 0 && after > 0) this.relief.zoomBy(after / before);
  }

  /** Arrow keys turn what is focused; with shift they are left to others. */
  type(event) {
    const { key } = Orbiting;
    const turns = {
      ArrowLeft: [-key, 0], ArrowRight: [key, 0], ArrowUp: [0, key], ArrowDown: [0, -key],
    };
    const isOther = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (isOther || turns[event.key] === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.relief.orbitBy(...turns[event.key]);
  }
}
