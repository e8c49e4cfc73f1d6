// Trails laid on the surface.

class ReliefTrails {
  /** Vertices nearer than this share of half the window are left out. */
  static spacing = 0.002;
  /** How far above the surface, where its greatest height is 0.55. */
  static lift = 0.004;
  /** Numbers of a point: its place, and 1, or 0 where the line is interrupted. */
  static stride = 4;

  constructor(race, mesh) {
    this.mesh = mesh;
    this.numbers = [];
    this.lines = race.runs.map((run) => this.laid(run));
    this.numbers = new Float32Array(this.numbers);
  }

  /** Which points are a run's, in their order with the entries that they are reached with. */
  laid(run) {
    const places = Array.from(run.x, (x, i) => this.mesh.shares(x, run.y[i]));
    const [xs, ys] = [0, 1].map((axis) => places.map((place) => place[axis]));
    const { entries, ...trail } = new Trail(xs, ys, ReliefTrails.spacing);
    const line = { first: this.numbers.length / ReliefTrails.stride, entries: [], xs, ys };
    for (let i = 0; i < entries.length; i++) this.lay(trail, i, entries[i], line.entries);
    return line;
  }

  /** The way to a vertex, as far as it is within the window. */
  lay({ xs, ys }, i, entry, entries) {
    const [from, to] = [Math.max(i - 1, 0), i].map((k) => ({ x: xs[k], y: ys[k] }));
    const edges = { left: -1, top: -1, right: 1, bottom: 1 };
    const share = Number.isNaN(from.x + from.y + to.x + to.y) ? null : shareWithin(edges, from, to);
    const add = (place, isOn) => {
      const [x, y, z] = this.mesh.pointAt(place);
      const isKnown = isOn && !Number.isNaN(z);
      this.numbers.push(x, y, isKnown ? z + ReliefTrails.lift : 0, Number(isKnown));
      entries.push(entry);
    };
    if (share === null) return add([0, 0], false);
    const at = (part) => [from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)];
    const [start, end] = [at(share.entry), at(share.exit)];
    if (share.entry > 0) add(start, false);
    if (share.entry > 0) add(start, true);
    const length = Math.max(Math.abs(end[0] - start[0]), Math.abs(end[1] - start[1]));
    const count = Math.max(1, Math.ceil((length * ReliefMesh.side) / 2));
    for (let k = 1; k <= count; k++) {
      add(at(share.entry + ((share.exit - share.entry) * k) / count), true);
    }
    return undefined;
  }

  /** Where a run's line ends at an entry: {x, y} as shares of the window, beyond it the line's last
   * place within, with its way on; null before the first place. */
  head(number, entry) {
    const { xs, ys } = this.lines[number];
    const place = placeAt(xs, ys, entry);
    const edges = { left: -1, top: -1, right: 1, bottom: 1 };
    if (place === null || Math.max(Math.abs(place.x), Math.abs(place.y)) <= 1) return place;
    return exitOf({ xs, ys }, entry, place, edges);
  }
}
