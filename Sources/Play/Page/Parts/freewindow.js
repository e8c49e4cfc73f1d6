// The part of the plane that a map shows where more than the whole can be asked for.

class FreeWindow extends MapWindow {
  /** A window so small beside its distance from 0 that numbers would not tell its pixels apart, or
   * so large, is not shown. */
  static finest = 1e-9;
  static largest = 1e12;

  /** Whether the reader has moved it since the whole was asked for. */
  isMoved = false;

  constructor({ window, curve }) {
    super(window);
    this.hasOneVariable = curve !== null;
  }

  reset() {
    super.reset();
    this.isMoved = false;
  }

  get isZoomed() {
    const { left, right, bottom, top } = this.whole;
    return this.zoom > 1 && this.left >= left && this.bottom >= bottom &&
      this.left + this.width <= right && this.bottom + this.height <= top;
  }

  get canShrink() {
    const far = (low, size) => Math.max(Math.abs(low), Math.abs(low + size)) * FreeWindow.finest;
    return this.width > far(this.left, this.width) && this.height > far(this.bottom, this.height);
  }

  get canGrow() {
    return Math.max(this.width, this.height) < FreeWindow.largest;
  }

  get canReset() {
    return true;
  }

  /** What the reader looks at meanwhile stays where it is. */
  renewed(race) {
    const next = new FreeWindow(race);
    if (!this.isMoved) return next;
    const { left, right } = next.whole;
    next.zoom = (right - left) / this.width;
    [next.left, next.bottom, next.isMoved] = [this.left, this.bottom, true];
    return next;
  }

  bounded(zoom) {
    const allowed = zoom > this.zoom ? this.canShrink : this.canGrow;
    return allowed ? zoom : this.zoom;
  }

  /** What a function of one variable is high, nobody but the server knows. */
  panBy(across, up) {
    super.panBy(across, this.hasOneVariable ? 0 : up);
  }

  /** Everywhere is inside. */
  stayInside() {
    this.isMoved = true;
  }

  /** As a setting, with no more digits than so many pixels each way tell. */
  text(pixels) {
    const range = (low, size, count) =>
      [low, low + size].map((end) => roundedTo(end, size / count)).join(":");
    const across = range(this.left, this.width, pixels.width);
    if (this.hasOneVariable) return across;
    return `${across},${range(this.bottom, this.height, pixels.height)}`;
  }
}
