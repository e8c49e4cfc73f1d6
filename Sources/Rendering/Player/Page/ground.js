// What lies below all on a map: the picture of the whole, or contours computed for a part of it.

class Ground {
  constructor(image, { ground, levels, window }) {
    this.image = image;
    this.key = "";
    if (ground === null) return;
    this.field = new Field({ ...ground, heights: decodedHeights(ground.heights) }, window);
    this.contours = new Contours(ground, levels.colors);
  }

  /** The whole is the film's picture; so is a part of a function that no grid tells well. */
  draw(context, plot, window) {
    if (window.isZoomed && this.field !== undefined) this.drawPart(context, plot, window);
    else this.drawImage(context, plot, window.whole);
  }

  drawImage(context, plot, whole) {
    const left = plot.across(whole.left);
    const top = plot.down(whole.top);
    context.imageSmoothingQuality = "high";
    context.drawImage(
      this.image, left, top, plot.across(whole.right) - left, plot.down(whole.bottom) - top);
  }

  /** On the screen's own pixels, so that edges are sharp. Maps of one size and window are alike. */
  drawPart(context, plot, { left, bottom, zoom }) {
    const { a: ratio } = context.getTransform();
    const [x, right] = [plot.area.left, plot.area.right].map((place) => place * ratio);
    const [y, end] = [plot.area.top, plot.area.bottom].map((place) => place * ratio);
    const start = { x: Math.floor(x), y: Math.floor(y) };
    const [width, height] = [Math.ceil(right) - start.x, Math.ceil(end) - start.y];
    const key = [width, height, x - start.x, y - start.y, ratio, left, bottom, zoom].join();
    if (key !== this.key) this.part = this.computed(plot, start, width, height, ratio);
    this.key = key;
    context.drawImage(this.part, start.x / ratio, start.y / ratio, width / ratio, height / ratio);
  }

  /** A canvas with the contours at the middles of pixels from a start on. */
  computed({ area, x, y }, start, width, height, ratio) {
    const places = (count, first) =>
      Array.from({ length: count }, (_, i) => (first + i + 0.5) / ratio);
    const heights = this.field.over(
      places(width, start.x).map((place) => x.value(place, area.left, area.right)),
      places(height, start.y).map((place) => y.value(place, area.bottom, area.top)));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height];
    canvas.getContext("2d").putImageData(
      this.contours.pixels(heights, width, height, ratio), 0, 0);
    return canvas;
  }
}
