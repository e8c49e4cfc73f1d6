// Bands of colour between levels, and the lines that part them: pixel by pixel, as in films.

/** [red, green, blue] of "#rrggbb". */
function channelsOf(color) {
  return [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16));
}

/** How many of some ascending steps lie at or below a height; `guess` is where to look first. */
function bandOf(height, steps, guess) {
  let band = guess;
  while (band < steps.length && steps[band] <= height) band++;
  while (band > 0 && steps[band - 1] > height) band--;
  return band;
}

class Contours {
  /** So many lines at least are wanted in a view, and about so many more are drawn if there are
   * fewer. */
  static fewest = 4;
  static finer = 8;

  constructor(ground, bandColors) {
    this.ground = ground;
    this.bands = bandColors.map(channelsOf);
    this.colors = ground.lines.map(channelsOf);
    this.undefined = channelsOf(ground.undefined);
    this.hatch = channelsOf(ground.hatch);
  }

  /** Heights row after row from the highest y as pixels, of which so many make one of the style
   * sheet. */
  pixels(heights, width, height, ratio) {
    const image = new ImageData(width, height);
    const lines = this.linesFor(heights);
    const near = this.nearLines(heights, width, height, ratio, lines);
    const [stripe, period] = this.ground.hatching;
    let band = 0;
    for (let i = 0; i < heights.length; i++) {
      if (Number.isNaN(heights[i])) {
        const place = Math.floor(((i % width) + Math.floor(i / width)) / ratio);
        put(image, i, place % period < stripe ? this.hatch : this.undefined);
        continue;
      }
      band = bandOf(heights[i], this.ground.steps, band);
      const line = near.line[i];
      if (line < 0) {
        put(image, i, this.bands[band]);
      } else {
        const cover = this.coverage(near.distance[i], ratio) * near.weights[line];
        put(image, i, this.bands[band], lines[line].color, cover);
      }
    }
    return image;
  }

  /** The levels' lines; between them others where few of them are in view. */
  linesFor(heights) {
    let [low, high] = [Infinity, -Infinity];
    for (const height of heights) {
      if (height < low) low = height;
      if (height > high) high = height;
    }
    const { steps } = this.ground;
    const lines = steps.map((step, i) => ({ height: step, color: this.colors[i] }));
    const isSeen = ({ height }) => low < height && height < high;
    if (lines.filter(isSeen).length >= Contours.fewest) return lines;
    const others = linearTicks(low, high, Contours.finer).filter(({ value }) =>
      steps.every((step) => Math.abs(value - step) > (high - low) / (2 * Contours.finer)));
    const between = others.map(({ value }) => {
      const below = bandOf(value, steps, 0) - 1;
      return { height: value, color: this.colors[Math.max(below, 0)] };
    });
    return [...lines, ...between].sort((a, b) => a.height - b.height);
  }

  /** Of each pixel the line that runs through it, or −1, and how far from its middle; and how
   * strong each line is. */
  nearLines(heights, width, height, ratio, lines) {
    const line = new Int16Array(heights.length).fill(-1);
    const distance = new Float32Array(heights.length);
    const weights = lines.map(() => []);
    const steps = lines.map((one) => one.height);
    const gaps = steps.map((step, k) =>
      Math.min(step - (steps[k - 1] ?? -Infinity), (steps[k + 1] ?? Infinity) - step));
    let band = 0;
    for (let i = 0; i < heights.length; i++) {
      if (Number.isNaN(heights[i])) continue;
      band = bandOf(heights[i], steps, band);
      const k = this.nearer(heights[i], steps, band);
      if (k < 0) continue;
      const slope = slopeAt(heights, width, height, i) * ratio;
      const gap = Math.abs(heights[i] - steps[k]);
      if (!(slope > 0) || gap >= slope * this.ground.reach) continue;
      if (!isAmong(heights, width, height, i, steps[k], ratio)) continue;
      line[i] = k;
      distance[i] = gap / slope;
      if (distance[i] < 0.5) weights[k].push(this.weight(gaps[k] / slope));
    }
    return { line, distance, weights: weights.map((all) => this.usual(all)) };
  }

  /** The line above a height or the one below. */
  nearer(height, steps, band) {
    if (band === steps.length || steps[band] - height > height - steps[band - 1]) return band - 1;
    return band;
  }

  /** A line fades as its neighbours come near, in pixels. */
  weight(gap) {
    const [gone, whole] = this.ground.fading;
    return Math.min(Math.max((gap - gone) / (whole - gone), 0), 1);
  }

  /** Of a line as a whole: it may be crowded along a share of it. */
  usual(weights) {
    weights.sort((a, b) => a - b);
    return weights[Math.floor((weights.length - 1) * this.ground.crowded)] ?? 0;
  }

  /** As wide as in a film, and as sharp as the screen. */
  coverage(distance, ratio) {
    const half = this.ground.reach - 0.5;
    return Math.min(Math.max((half - distance) * ratio + 0.5, 0), 1);
  }
}

/** A colour, or its mix with a share of another. */
function put({ data }, i, color, other = color, share = 0) {
  for (let k = 0; k < 3; k++) data[4 * i + k] = color[k] * (1 - share) + other[k] * share;
  data[4 * i + 3] = 255;
}

/** How much heights change from pixel to pixel, along the gradient. */
function slopeAt(heights, width, height, i) {
  const column = i % width;
  const along = (isFirst, isLast, step) => {
    const [before, after] = [isFirst ? i : i - step, isLast ? i : i + step];
    const change = heights[after] - heights[before];
    return Number.isNaN(change) ? 0 : (change * step) / (after - before);
  };
  return Math.hypot(
    along(column === 0, column === width - 1, 1),
    along(i < width, i >= width * (height - 1), width));
}

/** Whether the function takes on a height among a pixel and its neighbours: beside a kink it may
 * only seem to be near. */
function isAmong(heights, width, height, i, level, ratio) {
  const reach = Math.ceil(ratio);
  const [column, row] = [i % width, Math.floor(i / width)];
  const isBelow = heights[i] < level;
  for (let y = Math.max(row - reach, 0); y <= Math.min(row + reach, height - 1); y++) {
    for (let x = Math.max(column - reach, 0); x <= Math.min(column + reach, width - 1); x++) {
      const other = heights[y * width + x];
      if (other === level || (!Number.isNaN(other) && other < level !== isBelow)) return true;
    }
  }
  return false;
}
