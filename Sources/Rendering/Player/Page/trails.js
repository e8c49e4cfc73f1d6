// Lines that grow with the clock.

/** The places of an entrant's entries on a plot, in pixels. */
class Trail {
  /** Vertices closer than `spacing` to the one before are left out; NaN interrupts the line. */
  constructor(xs, ys, spacing) {
    this.xs = [];
    this.ys = [];
    this.entries = [];
    let lastX = NaN;
    let lastY = NaN;
    for (let i = 0; i < xs.length; i++) {
      const isClose = Math.hypot(xs[i] - lastX, ys[i] - lastY) < spacing;
      if (isClose) continue;
      lastX = xs[i];
      lastY = ys[i];
      this.xs.push(lastX);
      this.ys.push(lastY);
      this.entries.push(i);
    }
  }

  /** The path of what is reached with an entry. */
  trace(context, entry) {
    context.beginPath();
    let isOpen = false;
    for (let i = 0; i < this.entries.length && this.entries[i] <= entry; i++) {
      const isPlace = !Number.isNaN(this.xs[i] + this.ys[i]);
      if (isPlace && isOpen) context.lineTo(this.xs[i], this.ys[i]);
      else if (isPlace) context.moveTo(this.xs[i], this.ys[i]);
      isOpen = isPlace;
    }
  }

  /** A core, with a light rim on either side where `rim` is above 0. */
  draw(context, entry, { color, width, halo, rim }) {
    this.trace(context, entry);
    context.lineJoin = "round";
    context.lineCap = "round";
    if (rim > 0) {
      context.strokeStyle = halo;
      context.lineWidth = width + 2 * rim;
      context.stroke();
    }
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
}

/** The last place at or before an entry that is one; null if there is none. */
function placeAt(xs, ys, entry) {
  for (let i = entry; i >= 0; i--) {
    if (!Number.isNaN(xs[i] + ys[i])) return { x: xs[i], y: ys[i] };
  }
  return null;
}
