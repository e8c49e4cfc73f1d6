// The surface as triangles: a block whose top is the function.

class ReliefMesh {
  /** Vertices along either side. */
  static side = 161;
  /** The greatest height, where half the longer side is 1; the block goes on below the least. */
  static top = 0.55;
  static bottom = -0.06;
  /** Numbers of a vertex: its place, its band as `climbed` tells it, −1 on walls, and its normal. */
  static stride = 7;

  constructor({ ground, window, hasEqualUnits }) {
    const [left, right, bottom, top] = window;
    this.window = { left, right, bottom, top };
    const ratio = hasEqualUnits ? (right - left) / (top - bottom) : 1;
    this.half = [Math.min(1, ratio), Math.min(1, 1 / ratio)];
    const { side } = ReliefMesh;
    const along = (low, high) =>
      Float64Array.from({ length: side }, (_, i) => low + ((high - low) * i) / (side - 1));
    const field = new Field({ ...ground, heights: decodedHeights(ground.heights) }, window);
    const heights = field.over(along(left, right), along(bottom, top));
    this.levels = new ReliefLevels(ground.steps, heights);
    this.climbs = heights.map((height) => this.levels.climbed(height));
    this.zs = this.climbs.map((climb) => this.levels.share(climb) * ReliefMesh.top);
    this.build();
  }

  build() {
    this.vertices = [];
    this.triangles = [];
    const { side } = ReliefMesh;
    for (let node = 0; node < side * side; node++) {
      this.add(this.point(node), this.climbs[node], this.normal(node));
    }
    for (let row = 0; row + 1 < side; row++) {
      for (let column = 0; column + 1 < side; column++) {
        const node = row * side + column;
        this.fill(node, node + 1, node + side + 1, node + side);
      }
    }
    const last = side - 1;
    for (let i = 0; i < last; i++) {
      this.addWall(i, i + 1, [0, -1, 0]);
      this.addWall(last * side + i, last * side + i + 1, [0, 1, 0]);
      this.addWall(i * side, (i + 1) * side, [-1, 0, 0]);
      this.addWall(i * side + last, (i + 1) * side + last, [1, 0, 0]);
    }
    this.vertices = new Float32Array(this.vertices);
    this.triangles = new Uint32Array(this.triangles);
  }

  add(point, climb, normal) {
    this.vertices.push(...point, climb, ...normal);
    return this.vertices.length / ReliefMesh.stride - 1;
  }

  /** Two triangles, where all their corners are known. */
  fill(a, b, c, d) {
    for (const corners of [[a, b, c], [a, c, d]]) {
      if (corners.every((i) => !Number.isNaN(this.zs[i]))) this.triangles.push(...corners);
    }
  }

  /** From an edge at the border straight down. */
  addWall(from, to, normal) {
    if (Number.isNaN(this.zs[from] + this.zs[to])) return;
    const corners = [from, to, to, from].map((node, i) => {
      const [x, y, z] = this.point(node);
      return this.add([x, y, i < 2 ? z : ReliefMesh.bottom], -1, normal);
    });
    const [a, b, c, d] = corners;
    this.triangles.push(a, b, c, a, c, d);
  }

  point(node) {
    const { side } = ReliefMesh;
    const [column, row] = [node % side, Math.floor(node / side)];
    const share = (i) => (2 * i) / (side - 1) - 1;
    return [share(column) * this.half[0], share(row) * this.half[1], this.zs[node]];
  }

  /** Upright where a neighbour is unknown. */
  normal(node) {
    const { side } = ReliefMesh;
    const slope = (i, step, half) => {
      const [before, after] = [i === 0 ? node : node - step, i === side - 1 ? node : node + step];
      const cells = (after - before) / step;
      const rise = this.zs[after] - this.zs[before];
      return Number.isNaN(rise) ? 0 : (rise * (side - 1)) / (2 * half * cells);
    };
    const across = slope(node % side, 1, this.half[0]);
    const up = slope(Math.floor(node / side), side, this.half[1]);
    const length = Math.hypot(across, up, 1);
    return [-across / length, -up / length, 1 / length];
  }

  /** Shares of the window from −1 to 1 each way. */
  shares(x, y) {
    const { left, right, bottom, top } = this.window;
    return [
      (2 * (x - left)) / (right - left) - 1, (2 * (y - bottom)) / (top - bottom) - 1,
    ];
  }

  /** The point of the surface at such shares; its height is NaN where there is none. */
  pointAt([u, v]) {
    const last = ReliefMesh.side - 1;
    const place = (share) => Math.min(Math.max(((share + 1) / 2) * last, 0), last);
    const [column, row] = [Math.floor(place(u)), Math.floor(place(v))]
      .map((cell) => Math.min(cell, last - 1));
    const [across, up] = [place(u) - column, place(v) - row];
    const at = (i, k) => this.zs[(row + k) * ReliefMesh.side + column + i];
    // Of the two triangles the one that is drawn.
    const z = across >= up
      ? at(0, 0) + across * (at(1, 0) - at(0, 0)) + up * (at(1, 1) - at(1, 0))
      : at(0, 0) + up * (at(0, 1) - at(0, 0)) + across * (at(1, 1) - at(0, 1));
    return [u * this.half[0], v * this.half[1], z];
  }

  /** Whether the surface lies between a point and the eye. */
  hides([x, y, z], eye) {
    const way = [eye[0] - x, eye[1] - y, eye[2] - z];
    const step = 2 / ReliefMesh.side / Math.max(Math.hypot(way[0], way[1]), 1e-9);
    for (let share = 3 * step; share < 1; share += step) {
      const [u, v] = [(x + way[0] * share) / this.half[0], (y + way[1] * share) / this.half[1]];
      const height = z + way[2] * share;
      if (Math.max(Math.abs(u), Math.abs(v)) > 1 || height > ReliefMesh.top) return false;
      if (this.pointAt([u, v])[2] > height + 0.01) return true;
    }
    return false;
  }
}
