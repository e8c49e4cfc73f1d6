// Draws overlays: thin strokes with a light rim, as films do.

class OverlayPen {
  /** Where a stroke is drawn: `window` is the part of the map that is shown. Lines and marks are
   * smaller by a factor. */
  constructor(context, plot, window, halo, factor = 1) {
    this.width = factor * measures.overlay * measures.trail;
    this.rim = factor * measures.overlayRim * measures.rim;
    this.marker = factor * measures.marker;
    this.context = context;
    this.plot = plot;
    this.window = window;
    this.halo = halo;
  }

  /** At a head: its pixel {x, y}, and its values [x, y]. */
  draw(stroke, head, place) {
    const { kind, numbers } = stroke;
    const at = (i) => [this.plot.across(numbers[i]), this.plot.down(numbers[i + 1])];
    if (kind === "arrow" || kind === "openArrow") this.arrow(stroke, head);
    else if (kind === "farArrow") this.farArrow(stroke, at(0));
    else if (kind === "box") this.box(stroke, head);
    else if (kind === "segment") this.lines([[at(0), at(2)]], stroke);
    else if (kind === "dot") this.dot(at(0), stroke);
    else if (kind === "plus") this.plus(at(0), stroke);
    else this.conic(stroke, place);
  }

  lines(lines, { color, isDashed }) {
    const { context } = this;
    context.beginPath();
    for (const line of lines) {
      line.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    }
    context.lineJoin = "round";
    context.lineCap = "round";
    context.strokeStyle = this.halo;
    context.lineWidth = this.width + 2 * this.rim;
    context.stroke();
    const dash = measures.dash * this.width;
    if (isDashed) context.setLineDash([dash, dash]);
    context.strokeStyle = color;
    context.lineWidth = this.width;
    context.stroke();
    context.setLineDash([]);
  }

  /** From a place, with an open head. */
  farArrow({ color, isDashed, numbers }, [x, y]) {
    this.arrow({ kind: "openArrow", color, isDashed, numbers: numbers.slice(2) }, { x, y });
  }

  /** With a filled or an open head; none where it would be a dot. */
  arrow(stroke, { x, y }) {
    const [across, down] = this.plot.offset(stroke.numbers);
    const length = Math.hypot(across, down);
    if (!(length > 1)) return;
    const size = Math.min(measures.arrowHead * this.width, length);
    const [outX, outY] = [across / length, down / length];
    const tip = [x + across, y + down];
    const base = [tip[0] - size * outX, tip[1] - size * outY];
    const half = measures.arrowSide * size;
    const side = [-half * outY, half * outX];
    const corners = [
      [base[0] + side[0], base[1] + side[1]], tip, [base[0] - side[0], base[1] - side[1]],
    ];
    if (stroke.kind === "openArrow") {
      this.lines([[[x, y], tip]], stroke);
      this.lines([corners], { color: stroke.color, isDashed: false });
    } else {
      this.lines([[[x, y], base]], stroke);
      this.filled(corners, stroke.color);
    }
  }

  filled(corners, color) {
    const { context } = this;
    context.beginPath();
    for (const [x, y] of corners) context.lineTo(x, y);
    context.closePath();
    context.fillStyle = color;
    context.fill();
    context.strokeStyle = this.halo;
    context.lineWidth = this.rim;
    context.stroke();
  }

  box(stroke, { x, y }) {
    const [across, down] = this.plot.offset(stroke.numbers);
    const signs = [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]];
    this.lines([signs.map(([i, j]) => [x + i * across, y + j * down])], stroke);
  }

  /** A hollow one. */
  dot([x, y], stroke) {
    const radius = measures.dot * this.marker;
    const ring = Array.from({ length: 25 }, (_, i) => {
      const angle = (2 * Math.PI * i) / 24;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
    this.lines([ring], stroke);
  }

  plus([x, y], { color }) {
    drawMarker(this.context, "plus", x, y, measures.plus * this.marker, color, this.halo);
  }

  conic(stroke, place) {
    const { whole, zoom } = this.window;
    const reach = Math.hypot(whole.right - whole.left, whole.top - whole.bottom);
    const curves = new Conic(stroke.numbers, stroke.kind === "ellipse").curves(place, reach, zoom);
    this.lines(
      curves.map((curve) => curve.map(([x, y]) => [this.plot.across(x), this.plot.down(y)])),
      stroke);
  }
}

function isArrow({ kind }) {
  return kind === "arrow" || kind === "openArrow" || kind === "farArrow";
}

/** The box around an arrow, from a head unless it says from where; null for other strokes. */
function arrowBox(plot, stroke, head) {
  if (!isArrow(stroke)) return null;
  const { kind, numbers } = stroke;
  const isFar = kind === "farArrow";
  const [x, y] = isFar
    ? [plot.across(numbers[0]), plot.down(numbers[1])] : [head.x, head.y];
  const [across, down] = plot.offset(isFar ? numbers.slice(2) : numbers);
  return boxAround(
    x + across / 2, y + down / 2, Math.abs(across) / 2 + 4, Math.abs(down) / 2 + 4);
}
