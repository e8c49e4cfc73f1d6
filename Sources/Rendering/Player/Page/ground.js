// What lies below all on a map: the picture of the whole, or contours computed for a part of it.

class Ground {
  /** `around` is the colour of what lies beyond the whole, until that is known. */
  constructor(image, { ground, levels, window }, around) {
    this.image = image;
    this.around = around;
    /** The pictures of the present view by what part of its pixels a map covers. */
    this.parts = new Map();
    if (ground === null) return;
    this.field = new Field({ ...ground, heights: decodedHeights(ground.heights) }, window);
    this.contours = new Contours(ground, levels.colors);
  }

  /** The whole is the film's picture; so is a part of a function that no grid tells well. Maps that
   * cover their pixels alike share one. */
  draw(context, plot, window) {
    const { a: ratio } = context.getTransform();
    const box = this.pixels(plot.area, ratio);
    const { x, y, width, height } = box;
    if (width < 1 || height < 1) return;
    this.showView([context.canvas.width, context.canvas.height, ratio, ...window.place]);
    const key = [box.across, box.down, box.right, box.low].map((end) => end.toFixed(3)).join();
    const part = this.parts.get(key) ?? this.made(plot, window, box, ratio);
    if (this.image.complete) this.parts.set(key, part);
    context.drawImage(part, x / ratio, y / ratio, width / ratio, height / ratio);
  }

  /** The pictures of another view are of no use. */
  showView(view) {
    if (view.join() === this.view) return;
    this.view = view.join();
    this.parts.clear();
  }

  /** The screen's pixels that an area touches, and from the first of them on where it begins and
   * ends. */
  pixels({ left, top, right, bottom }, ratio) {
    const [x, y] = [Math.floor(left * ratio), Math.floor(top * ratio)];
    return {
      x, y, width: Math.ceil(right * ratio) - x, height: Math.ceil(bottom * ratio) - y,
      across: left * ratio - x, down: top * ratio - y,
      right: right * ratio - x, low: bottom * ratio - y,
    };
  }

  /** A canvas with these pixels: what a drawing shows again need not be made again. */
  made(plot, window, { x, y, width, height }, ratio) {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height];
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, -x, -y);
    const isComputed = window.isZoomed && this.field !== undefined;
    if (isComputed) this.putContours(context, plot, { x, y }, ratio);
    else this.drawImage(context, plot, window.whole);
    return canvas;
  }

  drawImage(context, plot, whole) {
    const left = plot.across(whole.left);
    const top = plot.down(whole.top);
    const box = [left, top, plot.across(whole.right) - left, plot.down(whole.bottom) - top];
    if (!covers(box, plot.area)) this.fillAround(context, box);
    context.imageSmoothingQuality = "high";
    context.drawImage(this.image, ...box);
  }

  /** What has no colour within the whole keeps none. */
  fillAround(context, box) {
    context.fillStyle = this.around;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
    context.clearRect(...box);
  }

  /** Contours at the middles of pixels from a start on, so that edges are sharp. */
  putContours(context, { area, x, y }, start, ratio) {
    const { width, height } = context.canvas;
    const places = (count, first) =>
      Array.from({ length: count }, (_, i) => (first + i + 0.5) / ratio);
    const heights = this.field.over(
      places(width, start.x).map((place) => x.value(place, area.left, area.right)),
      places(height, start.y).map((place) => y.value(place, area.bottom, area.top)));
    context.putImageData(this.contours.pixels(heights, width, height, ratio), 0, 0);
  }
}

/** Whether a box, with its left and upper edge, width and height, leaves nothing of an area free but
 * what rounding does: a hundredth of a pixel. */
function covers([left, top, width, height], area) {
  return left <= area.left + 0.01 && top <= area.top + 0.01 &&
    left + width >= area.right - 0.01 && top + height >= area.bottom - 0.01;
}
