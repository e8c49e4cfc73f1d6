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
    this.group = this.buttons.in.parentElement;
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
    const { window: shown } = this.map;
    this.buttons.in.disabled = !shown.canShrink;
    this.buttons.out.disabled = !shown.canGrow;
    this.buttons.reset.disabled = !shown.canReset;
    this.canvas.classList.toggle("is-zoomed", shown.isZoomed);
    const { top, right } = this.box();
    this.group.style.top = top + "px";
    this.group.style.right = this.map.surface.width - right + "px";
  }

  /** What the buttons cover: of several maps the room above them; of one the corner, from the upper
   * right on, with the fewest minima, saddles and maxima, then the fewest starts and ends of trails
   * below it. */
  box() {
    const { area, player: { race } } = this.map;
    const { width, height } = this.size();
    const boxAt = (right, top) => ({ left: right - width, right, top, bottom: top + height });
    if (race.isGrid) return boxAt(area.right, 0);
    const [notes, ends] = [this.notePlaces(), this.endPlaces()];
    const price = (box) => notes.filter((place) => isNear(box, place)).length * (ends.length + 1) +
      ends.filter((place) => isNear(box, place)).length;
    const corners = [area.right - 8, area.left + 8 + width].flatMap((right) =>
      [area.top + 8, area.bottom - 8 - height].map((top) => boxAt(right, top)));
    return corners.reduce((best, next) => (price(next) < price(best) ? next : best));
  }

  /** The size of all buttons, which is asked for again only where it may be another. */
  size() {
    const { area, surface, player: { race } } = this.map;
    const isSmall = Math.min(area.right - area.left, area.bottom - area.top) < 320;
    const count = [...this.group.children].filter((button) => !button.hidden).length;
    const key = [surface.width, surface.height, isSmall, race.isGrid, count].join();
    if (key === this.sizeKey) return this.lastSize;
    this.sizeKey = key;
    this.group.classList.toggle("is-row", race.isGrid);
    this.group.classList.toggle("is-small", isSmall);
    this.lastSize = { width: this.group.offsetWidth, height: this.group.offsetHeight };
    return this.lastSize;
  }

  /** Where minima, saddles and maxima are. */
  notePlaces() {
    const [plot] = this.map.plots;
    return this.map.player.race.landmarks.filter(({ kind }) => kind !== "start")
      .flatMap(({ places }) => places.map(([x, y]) => plot.place(x, y)));
  }

  /** Where what is shown begins and ends: that stays while the clock runs. */
  endPlaces() {
    const { places, plots: [plot], player: { race } } = this.map;
    const starts = race.starts.map(([x, y]) => plot.place(x, y));
    const ends = places.filter((_, i) => race.runs[i].owner.isShown)
      .map(({ xs, ys }) => placeAt(xs, ys, xs.length - 1));
    return [...starts, ...ends.filter((place) => place !== null)];
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

/** Whether a marker at a place touches a box. */
function isNear({ left, right, top, bottom }, { x, y }) {
  return left - measures.marker < x && x < right + measures.marker &&
    top - measures.marker < y && y < bottom + measures.marker;
}
