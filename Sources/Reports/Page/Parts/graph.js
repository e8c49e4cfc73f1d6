// A graph of curves that are constant from place to place.

/** Pixels from marker to marker of a curve among so many; of more they lie farther apart. */
const [markerStride, fewCurves] = [130, 8];

class Graph {
  /** `look` tells an optimizer's colour and shape. */
  constructor(canvas, look) {
    this.surface = new Surface(canvas, () => this.redraw());
    this.look = look;
    this.view = null;
    this.near = null;
    this.isDue = false;
  }

  /** Axes { title, low, high, isLogarithmic, zeroLabel }, and `curves` of an `optimizer` with
   * ascending `places` and the `values` from each on; maybe what it is `before`,
   * a `band` and a `run`. */
  show(view, theme) {
    this.view = view;
    this.theme = theme;
    this.near = null;
    this.redraw();
  }

  redraw() {
    if (this.isDue || this.view === null) return;
    this.isDue = true;
    window.requestAnimationFrame(() => {
      this.isDue = false;
      if (this.view !== null) this.draw();
    });
  }

  layOut(context) {
    const { width, height } = this.surface;
    const { x, y } = this.view;
    const area = { left: 0, top: 10, right: width - 24, bottom: height - titleRoom.below };
    const axis = ({ low, high, isLogarithmic, zeroLabel = null }) =>
      new Axis(low, high, isLogarithmic, zeroLabel);
    this.plot = new Plot(area, axis(x), axis(y));
    area.left = Math.ceil(widestTick(context, this.plot)) + titleRoom.left;
  }

  draw() {
    this.surface.measure();
    const context = this.surface.begin();
    readFonts();
    this.layOut(context);
    const { plot, theme, view } = this;
    drawGrid(context, plot, theme);
    drawFrame(context, plot, theme);
    drawTitles(context, plot, [view.x.title, view.y.title], theme, 6);
    context.save();
    clipTo(context, plot.area);
    view.curves.forEach((curve) => this.drawBand(context, curve));
    // What is pointed at lies above all others.
    const order = [...view.curves].sort((a, b) => this.isNear(a) - this.isNear(b));
    order.forEach((curve) => this.drawCurve(context, curve));
    context.restore();
    const curves = view.curves.filter(({ run }) => run === undefined);
    const stride = markerStride * Math.max(1, curves.length / fewCurves);
    curves.forEach((curve, i) => this.drawMarkers(context, curve, ((i * 0.37) % 1) * stride, stride));
    this.drawCursor(context);
  }

  isNear(curve) {
    return this.near?.curve === curve;
  }

  /** Pixels of a value; above the axis where it is infinite, in the row for zero below it. */
  down(value) {
    const { plot } = this;
    if (value === Infinity) return plot.area.top - 40;
    return Math.max(plot.down(Math.max(value, -Number.MAX_VALUE)), plot.area.top - 40);
  }

  across(place) {
    return this.plot.across(place);
  }

  /** Corners [x, y] of stairs, of those within a pixel's column the last. */
  stairs(places, values, before = null) {
    const { left, right } = this.plot.area;
    let [column, down] = [-Infinity, before === null ? null : this.down(before)];
    const corners = down === null ? [] : [[left, down]];
    for (let i = 0; i < places.length; i++) {
      const x = this.across(places[i]);
      const y = this.down(values[i]);
      if (Math.floor(x * 2) === column && corners.length > 1) {
        corners[corners.length - 1][1] = y;
        down = y;
        continue;
      }
      if (down !== null) corners.push([x, down]);
      corners.push([x, y]);
      [column, down] = [Math.floor(x * 2), y];
      if (x > right) break;
    }
    if (down !== null) corners.push([right, down]);
    return corners;
  }

  trace(context, corners) {
    corners.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  }

  drawCurve(context, curve) {
    const isNear = this.isNear(curve);
    const isRun = curve.run !== undefined;
    context.strokeStyle = this.look(curve.optimizer).color;
    context.globalAlpha = isRun && !isNear ? 0.45 : 1;
    context.lineWidth = isNear ? 4.5 : isRun ? 1 : 2.5;
    context.lineJoin = "round";
    context.beginPath();
    this.trace(context, this.stairs(curve.places, curve.values, curve.before));
    context.stroke();
    context.globalAlpha = 1;
  }

  drawBand(context, { optimizer, places, band = null }) {
    if (band === null) return;
    context.fillStyle = this.look(optimizer).color;
    context.globalAlpha = 0.16;
    context.beginPath();
    this.trace(context, this.stairs(places, band.upper));
    this.stairs(places, band.lower).reverse().forEach(([x, y]) => context.lineTo(x, y));
    context.fill();
    context.globalAlpha = 1;
  }

  /** Shapes tell curves apart where colours do not. */
  drawMarkers(context, curve, offset, stride) {
    const { color, shape } = this.look(curve.optimizer);
    const { left, right, top, bottom } = this.plot.area;
    for (let x = left + offset + 12; x < right; x += stride) {
      const value = this.valueAt(curve, this.placeOf(x));
      if (value === null) continue;
      const y = this.down(value);
      if (y < top || y > bottom) continue;
      drawMarker(context, shape, x, y, 12, color, this.theme.halo);
    }
  }

  drawCursor(context) {
    if (this.cursor === undefined || this.cursor === null) return;
    const { top, bottom, left, right } = this.plot.area;
    if (this.cursor < left || this.cursor > right) return;
    context.strokeStyle = this.theme.ink;
    context.lineWidth = 1;
    context.setLineDash([4, 4]);
    strokeLine(context, this.cursor, top, this.cursor, bottom);
    context.setLineDash([]);
  }

  /** The place on the axis at some pixels; 0 in its row. */
  placeOf(x) {
    const { area, x: axis } = this.plot;
    if (axis.zeroLabel !== null && x < axis.foot(area.left, area.right) - 1) return 0;
    return axis.value(x, area.left, area.right);
  }

  /** Null before a curve begins, unless it is known there. */
  valueAt({ places, values, before = null }, place) {
    const count = countUpTo(places, place);
    return count === 0 ? before : values[count - 1];
  }
}
