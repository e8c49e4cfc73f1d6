// A function of two variables between the nodes of a grid: polynomials through the nearest nodes.

/** 32-bit numbers, the lowest byte first, in base 64. */
function decodedHeights(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}

/** The weights of the polynomial through 0, 1, 2 to `degree` at a place. */
function nodeWeights(place, degree) {
  return Array.from({ length: degree + 1 }, (_, i) => {
    let weight = 1;
    for (let k = 0; k <= degree; k++) if (k !== i) weight *= (place - k) / (i - k);
    return weight;
  });
}

/** Of each place, counted in nodes, the first node of those around it and their weights. */
function stencils(places, count, degree) {
  return Array.from(places, (place) => {
    const wanted = Math.floor(place) - (degree - 1) / 2;
    const first = Math.min(Math.max(wanted, 0), count - 1 - degree);
    return { first, weights: nodeWeights(place - first, degree) };
  });
}

class Field {
  /** Heights lie row after row from the lowest y; they are NaN where there are none. The window
   * holds the least and greatest x, then y. */
  constructor({ columns, rows, degree, heights }, [left, right, bottom, top]) {
    this.columns = columns;
    this.rows = rows;
    this.degree = degree;
    this.window = { left, right, bottom, top };
    this.isDefined = Float64Array.from(heights, (height) => Number(Number.isFinite(height)));
    this.isWhole = !this.isDefined.includes(0);
    this.heights = this.isWhole ? heights : this.continued(heights);
  }

  /** Beyond its domain the function goes on straight, as far as polynomials within need it. */
  continued(heights) {
    let known = heights;
    for (let i = 0; i <= this.degree; i++) {
      known = known.map((height, node, all) =>
        (Number.isNaN(height) ? this.straight(all, node) : height));
    }
    return known.map((height) => (Number.isNaN(height) ? 0 : height));
  }

  /** What the neighbours of a node and theirs make of it, in the mean; NaN without neighbours. */
  straight(heights, node) {
    const column = node % this.columns;
    const at = (across, up) => {
      const isInside = column + across >= 0 && column + across < this.columns;
      return isInside ? heights[node + across + up * this.columns] ?? NaN : NaN;
    };
    const guesses = [[1, 0], [-1, 0], [0, 1], [0, -1]].map(([across, up]) => {
      const [near, far] = [at(across, up), at(2 * across, 2 * up)];
      return Number.isNaN(far) ? near : 2 * near - far;
    }).filter((guess) => !Number.isNaN(guess));
    return guesses.reduce((sum, guess) => sum + guess, 0) / guesses.length;
  }

  /** The heights at all places of some x and y, row after row; NaN where there are none. */
  over(xs, ys) {
    const { left, right, bottom, top } = this.window;
    const across = this.nodes(xs, left, right, this.columns);
    const up = this.nodes(ys, bottom, top, this.rows);
    const heights = this.blended(this.heights, across, up, this.degree);
    if (this.isWhole) return heights;
    const shares = this.blended(this.isDefined, across, up, 1);
    return heights.map((height, i) => (shares[i] < 0.5 ? NaN : height));
  }

  /** Places counted in nodes. */
  nodes(values, low, high, count) {
    return Float64Array.from(values, (value) => ((value - low) / (high - low)) * (count - 1));
  }

  /** First along the rows of nodes, then across them. */
  blended(numbers, across, up, degree) {
    const [columns, rows] = [
      stencils(across, this.columns, degree), stencils(up, this.rows, degree)];
    const width = across.length;
    const lines = new Map();
    const line = (row) => {
      if (!lines.has(row)) lines.set(row, this.alongRow(numbers, row, columns));
      return lines.get(row);
    };
    const result = new Float64Array(width * up.length);
    rows.forEach(({ first, weights }, k) => {
      weights.forEach((weight, i) => {
        const part = line(first + i);
        for (let j = 0; j < width; j++) result[k * width + j] += weight * part[j];
      });
    });
    return result;
  }

  alongRow(numbers, row, stencils) {
    return Float64Array.from(stencils, ({ first, weights }) => {
      const start = row * this.columns + first;
      return weights.reduce((sum, weight, i) => sum + weight * numbers[start + i], 0);
    });
  }
}
