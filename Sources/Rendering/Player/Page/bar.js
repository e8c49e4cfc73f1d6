// The colour bar: what the colours of the map mean.

/** The places of labels of which as many are shown as have room, at equal distances: of the choices
 * that fit, the one with the shortest names, which are the roundest. */
function shownLabels(names, fits) {
  const length = (choice) => choice.reduce((sum, i) => sum + names[i].length, 0) / choice.length;
  for (let stride = 1; stride <= names.length; stride++) {
    const choices = Array.from({ length: stride }, (_, first) =>
      [...names.keys()].filter((i) => i % stride === first)).filter(fits);
    if (choices.length > 0) {
      return choices.reduce((best, next) => (length(next) < length(best) ? next : best));
    }
  }
  return [];
}

/** Upright beside the map, or lying below it, as its box is higher or wider. */
class ColorBar {
  static thickness = 14;
  static gap = 5;

  constructor(canvas, player) {
    this.player = player;
    this.theme = player.theme;
    this.surface = new Surface(canvas, () => player.redraw());
    this.raceChanged();
  }

  raceChanged() {
    if (this.player.race.levels === this.levels) return;
    this.levels = this.player.race.levels;
    this.surface.canvas.parentElement.hidden = this.levels === null;
    this.measureTexts();
  }

  /** The bar is as wide as its texts. */
  measureTexts() {
    if (this.levels === null) return;
    const { context } = this.surface;
    context.font = fonts.tick;
    const widthOf = (text) => context.measureText(text).width;
    this.titleWidth = widthOf(this.levels.title);
    this.widths = this.levels.names.map(widthOf);
    const labels = ColorBar.thickness + ColorBar.gap + Math.max(...this.widths);
    const width = Math.ceil(Math.max(labels, this.titleWidth)) + 1;
    this.surface.canvas.parentElement.style.setProperty("--bar-width", width + "px");
  }

  get isUpright() {
    return this.levels !== null && this.surface.height >= this.surface.width;
  }

  /** Whether another bar is to be seen than was drawn last. */
  isAnother(area) {
    const { width, height } = this.surface;
    const key = [...area, width, height, fonts.size, window.devicePixelRatio].join();
    const isAnother = key !== this.key || this.levels !== this.drawn;
    [this.key, this.drawn] = [key, this.levels];
    return isAnother;
  }

  /** Beside or below the map's area. */
  draw({ left, top, right, bottom }) {
    if (this.levels === null || !this.isAnother([left, top, right, bottom])) return;
    const context = this.surface.begin();
    context.font = fonts.tick;
    context.textBaseline = "middle";
    const { thickness } = ColorBar;
    if (!this.isUpright) {
      const start = Math.max(left, Math.ceil(this.titleWidth) + 8);
      this.write(context, "right", this.levels.title, start - 8, 1 + thickness / 2);
      this.drawLying(context, { left: start, top: 1, right, bottom: 1 + thickness });
    } else {
      this.write(context, "left", this.levels.title, 0, top + (fonts.size - 1) / 2);
      this.drawUpright(context, { left: 1, top: top + fonts.size + 6, right: 1 + thickness, bottom });
    }
  }

  write(context, align, text, x, y) {
    context.fillStyle = this.theme.muted;
    context.textAlign = align;
    context.fillText(text, x, y);
  }

  drawUpright(context, { left, top, right, bottom }) {
    const down = (i) => Math.round(bottom - ((bottom - top) * i) / this.levels.colors.length);
    this.drawBands(context, (i) => [left, down(i + 1), right - left, down(i) - down(i + 1)]);
    const place = this.placement(down);
    const fits = (choice) => choice.slice(1).every((i, k) => place(choice[k]) - place(i) >= 1.2 * fonts.size);
    for (const i of shownLabels(this.levels.names, fits)) {
      this.write(context, "left", this.levels.names[i], right + ColorBar.gap, place(i));
    }
  }

  drawLying(context, { left, top, right, bottom }) {
    const across = (i) => Math.round(left + ((right - left) * i) / this.levels.colors.length);
    this.drawBands(context, (i) => [across(i), top, across(i + 1) - across(i), bottom - top]);
    const place = this.placement(across);
    const start = (i) => place(i) - this.widths[i] / 2;
    const end = (i) => place(i) + this.widths[i] / 2;
    const fits = (choice) =>
      start(choice[0]) >= 0 && end(choice.at(-1)) <= this.surface.width &&
      choice.slice(1).every((i, k) => start(i) - end(choice[k]) >= 8);
    for (const i of shownLabels(this.levels.names, fits)) {
      this.write(context, "center", this.levels.names[i], place(i), bottom + fonts.size - 2);
    }
  }

  /** Levels lie between bands; the one value of a constant in the middle. */
  placement(edge) {
    const isConstant = this.levels.names.length === this.levels.colors.length;
    return (i) => (isConstant ? edge(0.5) : edge(i + 1));
  }

  /** Each with its box, and a frame around all. */
  drawBands(context, box) {
    const { colors } = this.levels;
    colors.forEach((color, i) => {
      context.fillStyle = color;
      context.beginPath();
      context.rect(...box(i));
      context.fill();
    });
    const [ends, others] = [box(0), box(colors.length - 1)];
    const [x, y] = [Math.min(ends[0], others[0]), Math.min(ends[1], others[1])];
    const right = Math.max(ends[0] + ends[2], others[0] + others[2]);
    const bottom = Math.max(ends[1] + ends[3], others[1] + others[3]);
    context.strokeStyle = this.theme.frame;
    context.lineWidth = 1;
    context.strokeRect(x, y, right - x, bottom - y);
  }
}
