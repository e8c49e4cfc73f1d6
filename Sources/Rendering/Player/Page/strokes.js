// The overlays of an entrant as the file holds them.

/** The strokes that each entry shows: {kind, color, isDashed, numbers}. */
function decodedStrokes(overlay, count) {
  const strokesAt = Array.from({ length: count }, () => []);
  for (const [look, first, length, ...numbers] of overlay?.strokes ?? []) {
    const { kind, color, isDashed } = overlay.looks[look];
    const stroke = { kind, color, isDashed: isDashed === 1, numbers };
    for (let entry = first; entry < first + length; entry++) strokesAt[entry].push(stroke);
  }
  return strokesAt;
}

/** An ellipse or hyperbola: the points center + u·first + v·second with u² ± v² = 1. */
class Conic {
  /** Vertices of a curve. */
  static count = 192;

  constructor([x, y, firstX, firstY, secondX, secondY], isEllipse) {
    this.center = [x, y];
    this.spans = [[firstX, firstY], [secondX, secondY]];
    this.isEllipse = isEllipse;
  }

  point(u, v) {
    const [first, second] = this.spans;
    return this.center.map((middle, axis) => middle + u * first[axis] + v * second[axis]);
  }

  /** The vertices of each curve, as far as they lie within `reach` of a place; those of an ellipse
      are densest there, the more so the nearer one looks. */
  curves(place, reach, zoom) {
    const offset = place.map((value, axis) => value - this.center[axis]);
    const lengths = this.spans.map((span) => Math.hypot(...span));
    const shares = Array.from({ length: Conic.count + 1 }, (_, i) => (2 * i) / Conic.count - 1);
    if (!this.isEllipse) {
      const branch = this.branch(lengths, Math.hypot(...offset) + reach, shares);
      return [branch.map(([u, v]) => this.point(u, v)), branch.map(([u, v]) => this.point(-u, v))];
    }
    const [u, v] = this.spans.map((span, i) =>
      (offset[0] * span[0] + offset[1] * span[1]) / lengths[i] ** 2);
    const start = Math.atan2(v, u);
    const crowding = Math.max(0.01, Math.log((Math.max(...lengths) / reach) * zoom));
    return [shares.map((share) => {
      const angle = start + (Math.PI * Math.sinh(crowding * share)) / Math.sinh(crowding);
      return this.point(Math.cos(angle), Math.sin(angle));
    })];
  }

  /** As far as `reach` from the center. */
  branch([vertex, other], reach, shares) {
    const end = Math.min(Math.acosh(Math.max(1, reach / vertex)), Math.asinh(reach / other));
    return end > 0 ? shares.map((share) => [Math.cosh(end * share), Math.sinh(end * share)]) : [];
  }
}
