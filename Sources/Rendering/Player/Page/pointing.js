// What the pointer is near: told beside it and ringed on both panels.

class Pointing {
  constructor(player, map, tip) {
    this.player = player;
    this.map = map;
    this.tip = tip;
    /** While something on the map is in the reader's hand nothing is told of it. */
    this.isPaused = false;
    this.watch(map);
  }

  /** The map or a chart. */
  watch(view) {
    const { canvas } = view.surface;
    canvas.addEventListener("pointerleave", () => this.leave());
    canvas.addEventListener("pointerdown", (event) => this.point(view, event));
    canvas.addEventListener("pointermove", (event) => this.point(view, event));
  }

  leave() {
    this.tip.hide();
    this.player.setNear([]);
  }

  pause(isPaused) {
    this.isPaused = isPaused;
    if (isPaused) this.leave();
  }

  point(view, event) {
    if (this.isPaused) return undefined;
    const place = view.surface.place(event);
    const near = view === this.map ? this.nearOnMap(place) : this.nearOnChart(view, place);
    this.player.setNear(near);
    if (near.length === 0) return this.tip.hide();
    const rows = view === this.map ? this.factsOf(near[0]) : this.tableOf(view, near);
    return this.tip.show(rows, event.clientX, event.clientY);
  }

  /** The head, else the vertex, nearest to the pointer, if one is within 14 pixels. */
  nearOnMap({ x, y }) {
    const plot = this.map.plotAt({ x, y });
    if (plot === undefined) return [];
    let best = { distance: 14 };
    const offer = (distance, run, entry) => {
      if (distance < best.distance) best = { distance, run, entry };
    };
    this.map.eachShown((run, number) => {
      const last = this.player.entry(run);
      const { xs, ys, entries } = this.map.trails[number];
      for (let i = 0; i < entries.length && entries[i] <= last; i++) {
        offer(Math.hypot(xs[i] - x, ys[i] - y), number, entries[i]);
      }
      const head = this.map.head(number);
      // Heads lie above trails.
      if (head !== null) offer(Math.hypot(head.x - x, head.y - y) - 4, number, last);
    }, plot);
    if (best.run === undefined) return [];
    return [{ ...best, index: this.player.race.runs[best.run].owner.index }];
  }

  /** All entrants at the pointer's time, as far as the race has come. */
  nearOnChart(chart, { x, y }) {
    const { plot } = chart;
    if (!plot.contains(x, y)) return [];
    const time = Math.min(plot.x.value(x, plot.area.left, plot.area.right), this.player.now);
    const near = [];
    chart.eachShown((entrant, index) => {
      const entry = entrant.entry(this.player.clock, time);
      if (entry >= 0) near.push({ index, run: entrant.isCloud ? null : entrant.number, entry });
    });
    return near;
  }

  name({ index }) {
    const { title, shape, color } = this.player.race.entrants[index];
    return element("b", {}, markerIcon(shape, 11, color), title);
  }

  /** Of a run, or of what a chart tells of an entrant. */
  time({ clocks }, entry) {
    return String(clocks[this.player.clock][entry]);
  }

  /** All that is known of one entry of a run, a line a fact. */
  factsOf(item) {
    const run = this.player.race.runs[item.run];
    const { entry } = item;
    const place = [run.x[entry], run.y[entry]].map((value) => valueText(value));
    const { curve, placeTitle } = this.player.race;
    return [
      [this.name(item)],
      [unitOf(this.player.clock), this.time(run, entry)],
      ["f", valueText(run.value[entry], 6)],
      ["‖∇f‖", valueText(run.gradientNorm[entry])],
      [placeTitle, curve !== null ? place[0] : `(${place.join(", ")})`],
      ...this.besidePlane(run, entry),
    ];
  }

  /** Where the map is a slice: f on it, as far as that is known, and how far the run lies from
   * it. */
  besidePlane({ planeValue, planeDistance }, entry) {
    if (planeDistance.length === 0) return [];
    const value = planeValue[entry];
    return [
      ...(Number.isNaN(value) ? [] : [["f on the map", valueText(value, 6)]]),
      ["distance from it", valueText(planeDistance[entry])],
    ];
  }

  /** One line an entrant, with what the chart tells. */
  tableOf({ facts }, near) {
    const rows = near.map((item) => {
      const { entry } = item;
      const entrant = this.player.race.entrants[item.index];
      const texts = facts.map(({ text }) => text(entrant, this.player.clock, entry));
      return [this.name(item), this.time(entrant, entry), ...texts];
    });
    return [["", unitOf(this.player.clock), ...facts.map(({ title }) => title)], ...rows];
  }
}
