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

  /** The path of what is reached with an entry, from another entry on. */
  trace(context, entry, from) {
    context.beginPath();
    let isOpen = false;
    const first = Math.max(0, this.entries.findLastIndex((reached) => reached <= from));
    for (let i = first; i < this.entries.length && this.entries[i] <= entry; i++) {
      const isPlace = !Number.isNaN(this.xs[i] + this.ys[i]);
      if (isPlace && isOpen) context.lineTo(this.xs[i], this.ys[i]);
      else if (isPlace) context.moveTo(this.xs[i], this.ys[i]);
      isOpen = isPlace;
    }
  }

  /** A core, with a light rim on either side where `rim` is above 0. */
  draw(context, entry, { color, width, halo, rim }, from = 0) {
    this.trace(context, entry, from);
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

/** A thin pale line, and over its end ever stronger ones, as long as tails last; the ends of runs
 * of clouds are half as wide. */
function drawFading(context, trail, run, { clock, now, length, halo, count }) {
  const { isCloud, tail: [rest, below, ...parts] } = run.owner;
  const factor = isCloud ? 0.5 : 1;
  const entry = (age) => run.entry(clock, now - age);
  const pen = ({ color, width }, rim) =>
    ({ color, width: 2 * factor * width, halo, rim: factor * rim });
  if (isCloud) drawThin(context, trail, entry(0), run.owner, count);
  else trail.draw(context, entry(0), pen(rest, 1.5));
  trail.draw(context, entry(0), pen(below, 1.5), entry(length));
  parts.forEach((part, i) => {
    const [old, young] = [parts.length - i, parts.length - i - 1].map((share) =>
      Math.floor((length * share) / parts.length));
    trail.draw(context, entry(young), pen(part, 0), entry(old));
  });
}

/** The trail of one run of many: the more there are, the fainter, lest they hide the map; where
 * there are hundreds as thin as a pixel of the screen, which is drawn fastest. */
function drawThin(context, trail, entry, { trailColor }, count) {
  const width = count > 200 ? Math.min(0.8, 1 / (window.devicePixelRatio || 1)) : 0.8;
  context.globalAlpha = Math.min(1, Math.max(0.2, Math.sqrt(60 / count)));
  trail.draw(context, entry, { color: trailColor, width, rim: 0 });
  context.globalAlpha = 1;
}

/** The last place at or before an entry that is one; null if there is none. */
function placeAt(xs, ys, entry) {
  for (let i = entry; i >= 0; i--) {
    if (!Number.isNaN(xs[i] + ys[i])) return { x: xs[i], y: ys[i] };
  }
  return null;
}
