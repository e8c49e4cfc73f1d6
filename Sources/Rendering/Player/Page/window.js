// The part of the map that is shown: it can be zoomed and moved within the whole.

class MapWindow {
  static greatestZoom = 400;

  /** `whole` holds the least and greatest x, then y. */
  constructor([left, right, bottom, top]) {
    this.whole = { left, right, bottom, top };
    this.reset();
  }

  reset() {
    this.zoom = 1;
    this.left = this.whole.left;
    this.bottom = this.whole.bottom;
  }

  /** What tells it from others of the same whole. */
  get place() {
    return [this.left, this.bottom, this.zoom];
  }

  get width() {
    return (this.whole.right - this.whole.left) / this.zoom;
  }

  get height() {
    return (this.whole.top - this.whole.bottom) / this.zoom;
  }

  get x() {
    return new Axis(this.left, this.left + this.width);
  }

  get y() {
    return new Axis(this.bottom, this.bottom + this.height);
  }

  /** Whether a part of the whole is shown, and nothing beyond it. */
  get isZoomed() {
    return this.zoom > 1;
  }

  get canShrink() {
    return this.zoom < MapWindow.greatestZoom;
  }

  get canGrow() {
    return this.zoom > 1;
  }

  get canReset() {
    return this.zoom > 1;
  }

  /** The window of another race. */
  renewed({ window }) {
    return new MapWindow(window);
  }

  /** Shares of width and height from the lower left corner stay where they are. */
  zoomBy(factor, across = 0.5, up = 0.5) {
    const x = this.left + across * this.width;
    const y = this.bottom + up * this.height;
    this.zoom = this.bounded(this.zoom * factor);
    this.left = x - across * this.width;
    this.bottom = y - up * this.height;
    this.stayInside();
  }

  bounded(zoom) {
    return Math.min(Math.max(zoom, 1), MapWindow.greatestZoom);
  }

  /** Moves the window by shares of its width and height. */
  panBy(across, up) {
    this.left += across * this.width;
    this.bottom += up * this.height;
    this.stayInside();
  }

  stayInside() {
    const { left, right, bottom, top } = this.whole;
    this.left = Math.min(Math.max(this.left, left), right - this.width);
    this.bottom = Math.min(Math.max(this.bottom, bottom), top - this.height);
  }
}
