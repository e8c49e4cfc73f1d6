// From values to pixels and back, and the frame around a plot.

/** Pixels. */
const farthest = 1e7;

class Axis {
  /** A `zeroLabel` names the row below a logarithmic axis where all lies that is less than `low`. */
  constructor(low, high, isLogarithmic = false, zeroLabel = null) {
    this.isLogarithmic = isLogarithmic;
    this.zeroLabel = zeroLabel;
    this.domain = [low, high];
    this.low = this.forward(low);
    this.high = this.forward(high);
  }

  forward(value) {
    return this.isLogarithmic ? Math.log10(value) : value;
  }

  /** Far away places are moved near enough for arithmetic; NaN where there is none. */
  position(value, start, end) {
    return Math.min(Math.max(this.place(value, start, end), -farthest), farthest);
  }

  /** The same wherever it is, infinitely far maybe. */
  place(value, start, end) {
    if (!Number.isFinite(value)) return NaN;
    if (this.zeroLabel !== null && value < this.domain[0]) {
      return start + measures.zeroRow * (end - start);
    }
    const share = (this.forward(value) - this.low) / (this.high - this.low);
    const foot = this.foot(start, end);
    return foot + share * (end - foot);
  }

  /** Where the axis proper begins. */
  foot(start, end) {
    return this.zeroLabel === null ? start : start + measures.axisFoot * (end - start);
  }

  value(position, start, end) {
    const foot = this.foot(start, end);
    const share = (position - foot) / (end - foot);
    const value = this.low * (1 - share) + this.high * share;
    return this.isLogarithmic ? 10 ** value : value;
  }

  ticks(target) {
    const [low, high] = this.domain;
    const count = Math.max(2, Math.floor(target));
    const zero = this.zeroLabel === null ? [] : [{ value: 0, label: this.zeroLabel }];
    return [...zero, ...(this.isLogarithmic ? logarithmicTicks : linearTicks)(low, high, count)];
  }
}

/** An area {left, top, right, bottom} in pixels with an axis each way; y grows upwards. */
class Plot {
  constructor(area, x, y) {
    this.area = area;
    this.x = x;
    this.y = y;
  }

  across(value) {
    return this.x.position(value, this.area.left, this.area.right);
  }

  down(value) {
    return this.y.position(value, this.area.bottom, this.area.top);
  }

  /** Far away places are moved nearer along the line from the middle, so that lines keep their
   * way. */
  place(x, y) {
    const { left, top, right, bottom } = this.area;
    const across = this.x.place(x, left, right);
    const down = this.y.place(y, bottom, top);
    if (!(Math.max(Math.abs(across), Math.abs(down)) > farthest)) return { x: across, y: down };
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    let offset = [across - middle.x, down - middle.y];
    if (!offset.every(Number.isFinite)) offset = this.offset([x * 2 ** -1000, y * 2 ** -1000]);
    const factor = farthest / Math.max(...offset.map(Math.abs));
    return { x: middle.x + offset[0] * factor, y: middle.y + offset[1] * factor };
  }

  /** The pixels of a difference [x, y] on linear axes. */
  offset([x, y]) {
    const { left, top, right, bottom } = this.area;
    return [
      (x * (right - left)) / (this.x.high - this.x.low),
      (-y * (bottom - top)) / (this.y.high - this.y.low),
    ];
  }

  xTicks() {
    return this.x.ticks((this.area.right - this.area.left) / (5.4 * fonts.size));
  }

  yTicks() {
    return this.y.ticks((this.area.bottom - this.area.top) / (4.15 * fonts.size));
  }

  contains(x, y) {
    const { left, top, right, bottom } = this.area;
    return left <= x && x <= right && top <= y && y <= bottom;
  }
}

function clipTo(context, { left, top, right, bottom }) {
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
}

function widestTick(context, plot) {
  context.font = fonts.tick;
  return Math.max(0, ...plot.yTicks().map((tick) => context.measureText(tick.label ?? "").width));
}

function strokeLine(context, fromX, fromY, toX, toY) {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}

function drawGrid(context, plot, theme) {
  const { left, top, right, bottom } = plot.area;
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  for (const { value } of plot.xTicks()) {
    strokeLine(context, plot.across(value), top, plot.across(value), bottom);
  }
  for (const { value } of plot.yTicks().filter((tick) => tick.label !== null)) {
    strokeLine(context, left, plot.down(value), right, plot.down(value));
  }
}

function drawFrame(context, plot, theme) {
  const { left, top, right, bottom } = plot.area;
  context.strokeStyle = theme.frame;
  context.lineWidth = 1;
  context.strokeRect(left, top, right - left, bottom - top);
  context.font = fonts.tick;
  context.fillStyle = theme.muted;
  drawXTicks(context, plot);
  drawYTicks(context, plot);
}

/** Labels that would touch their left neighbour or leave the canvas are left out. */
function drawXTicks(context, plot) {
  const limit = drawnSize(context).width;
  let free = 0;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  for (const { value, label } of plot.xTicks()) {
    const x = plot.across(value);
    strokeLine(context, x, plot.area.bottom, x, plot.area.bottom + (label === null ? 2 : 4));
    const half = context.measureText(label ?? "").width / 2;
    if (label === null || x - half < free || x + half > limit) continue;
    free = x + half + 4;
    context.fillText(label, x, plot.area.bottom + fonts.drop);
  }
}

function drawYTicks(context, plot) {
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const { value, label } of plot.yTicks()) {
    const y = plot.down(value);
    strokeLine(context, plot.area.left - (label === null ? 2 : 4), y, plot.area.left, y);
    if (label !== null) context.fillText(label, plot.area.left - 8, y);
  }
}
