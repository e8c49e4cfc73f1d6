// Zooming and moving the map: buttons, wheel, dragging, pinching.

class Zooming {
  constructor(map, redraw) {
    this.map = map;
    this.redraw = redraw;
    this.canvas = map.surface.canvas;
    this.pointers = new Map();
    this.listen("wheel", (event) => this.wheel(event));
    this.listen("pointerdown", (event) => this.press(event));
    this.listen("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel"]) {
      this.listen(name, (event) => this.release(event));
    }
    this.buttons = {
      in: this.button("zoom-in", () => this.zoomBy(2)),
      out: this.button("zoom-out", () => this.zoomBy(0.5)),
      reset: this.button("zoom-reset", () => this.reset()),
    };
  }

  listen(name, action) {
    this.canvas.addEventListener(name, action, { passive: false });
  }

  button(id, action) {
    const button = document.getElementById(id);
    button.addEventListener("click", action);
    return button;
  }

  /** What can be done, and the buttons' place within the map's frame. */
  update() {
    const { window: shown, area, player } = this.map;
    this.buttons.in.disabled = !shown.canShrink;
    this.buttons.out.disabled = !shown.canGrow;
    this.buttons.reset.disabled = !shown.canReset;
    this.canvas.classList.toggle("is-zoomed", shown.isZoomed);
    const group = this.buttons.in.parentElement;
    const { isGrid } = player.race;
    group.classList.toggle("is-row", isGrid);
    const isSmall = Math.min(area.right - area.left, area.bottom - area.top) < 320;
    group.classList.toggle("is-small", isSmall);
    group.style.top = (isGrid ? 0 : area.top + 8) + "px";
    group.style.right = this.map.surface.width - area.right + (isGrid ? 0 : 8) + "px";
  }

  /** About a place on a map, or the middle. */
  zoomBy(factor, place) {
    const { left, top, right, bottom } = (this.map.plotAt(place ?? {}) ?? this.map.plots[0]).area;
    const across = place ? (place.x - left) / (right - left) : 0.5;
    const up = place ? (bottom - place.y) / (bottom - top) : 0.5;
    this.map.window.zoomBy(factor, across, up);
    this.redraw();
  }

  /** Moves the window by shares of its size. */
  panBy(across, up) {
    this.map.window.panBy(across, up);
    this.redraw();
  }

  reset() {
    this.map.showWhole();
    this.redraw();
  }

  /** A page that is higher than the window still scrolls where there is nothing to zoom. */
  wheel(event) {
    const place = this.map.surface.place(event);
    if (this.map.plotAt(place) === undefined) return;
    if (event.deltaY > 0 && !this.map.window.canGrow) return;
    event.preventDefault();
    const lines = event.deltaMode === 0 ? event.deltaY / 100 : event.deltaY / 3;
    this.zoomBy(2 ** -Math.min(Math.max(lines, -1), 1), place);
  }

  /** Whether a press is meant for something else. */
  isTaken() {
    return false;
  }

  press(event) {
    if (this.isTaken(event)) return;
    this.pointers.set(event.pointerId, this.map.surface.place(event));
    if (event.isTrusted) this.canvas.setPointerCapture(event.pointerId);
    this.canvas.classList.add("is-dragged");
  }

  release(event) {
    this.pointers.delete(event.pointerId);
    if (this.pointers.size === 0) this.canvas.classList.remove("is-dragged");
  }

  /** One pointer drags; two also zoom by how much their distance grows. */
  move(event) {
    const old = this.pointers.get(event.pointerId);
    if (old === undefined) return;
    const place = this.map.surface.place(event);
    const count = this.pointers.size;
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, place);
    const { left, top, right, bottom } = this.map.plots[0].area;
    this.panBy(
      (old.x - place.x) / (right - left) / count, (place.y - old.y) / (bottom - top) / count);
    if (count !== 2) return;
    const before = Math.hypot(old.x - other.x, old.y - other.y);
    const after = Math.hypot(place.x - other.x, place.y - other.y);
    const middle = { x: (place.x + other.x) / 2, y: (place.y + other.y) / 2 };
    if (before > 0) this.zoomBy(after / before, middle);
  }
}
