// What the pointer is near: told beside it and ringed on both panels.

class Pointing {
  constructor(player, map, charts, tip) {
    this.player = player;
    this.map = map;
    this.tip = tip;
    for (const view of [map, ...charts.all]) {
      const { canvas } = view.surface;
      canvas.addEventListener("pointerleave", () => this.leave());
      canvas.addEventListener("pointerdown", (event) => this.point(view, event));
      canvas.addEventListener("pointermove", (event) => this.point(view, event));
    }
  }

  leave() {
    this.tip.hide();
    this.player.setNear([]);
  }

  point(view, event) {
    const place = view.surface.place(event);
    const near = view === this.map ? this.nearOnMap(place) : this.nearOnChart(view, place);
    this.player.setNear(near);
    if (near.length === 0) return this.tip.hide();
    const rows = view === this.map ? this.factsOf(near[0]) : this.tableOf(view, near);
    return this.tip.show(rows, event.clientX, event.clientY);
  }

  /** The head, else the vertex, nearest to the pointer, if one is within 14 pixels. */
  nearOnMap({ x, y }) {
    if (!this.map.plot.contains(x, y)) return [];
    let best = { distance: 14 };
    const offer = (distance, index, entry) => {
      if (distance < best.distance) best = { distance, index, entry };
    };
    this.map.eachShown((entrant, index) => {
      const last = this.player.entry(entrant);
      const { xs, ys, entries } = this.map.trails[index];
      for (let i = 0; i < entries.length && entries[i] <= last; i++) {
        offer(Math.hypot(xs[i] - x, ys[i] - y), index, entries[i]);
      }
      const head = this.map.head(index);
      // Heads lie above trails.
      if (head !== null) offer(Math.hypot(head.x - x, head.y - y) - 4, index, last);
    });
    return best.index === undefined ? [] : [best];
  }

  /** All entrants at the pointer's time, as far as the race has come. */
  nearOnChart(chart, { x, y }) {
    const { plot } = chart;
    if (!plot.contains(x, y)) return [];
    const time = Math.min(plot.x.value(x, plot.area.left, plot.area.right), this.player.now);
    const near = [];
    chart.eachShown((entrant, index) => {
      const entry = entrant.entry(this.player.clock, time);
      if (entry >= 0) near.push({ index, entry });
    });
    return near;
  }

  name({ index }) {
    const { title, shape, color } = this.player.race.entrants[index];
    return element("b", {}, markerIcon(shape, 11, color), title);
  }

  time({ index, entry }) {
    return String(this.player.race.entrants[index].clocks[this.player.clock][entry]);
  }

  /** All that is known of one entry, a line a fact. */
  factsOf(item) {
    const entrant = this.player.race.entrants[item.index];
    const { entry } = item;
    const place = [entrant.x[entry], entrant.y[entry]].map((value) => valueText(value));
    const isGraph = this.player.race.curve !== null;
    return [
      [this.name(item)],
      [unitOf(this.player.clock), this.time(item)],
      ["f", valueText(entrant.value[entry], 6)],
      ["‖∇f‖", valueText(entrant.gradientNorm[entry])],
      ["x", isGraph ? place[0] : `(${place.join(", ")})`],
    ];
  }

  /** One line an entrant, with what the chart tells. */
  tableOf({ facts }, near) {
    const rows = near.map((item) => {
      const entrant = this.player.race.entrants[item.index];
      return [this.name(item), this.time(item), ...facts.map(({ text }) => text(entrant, item.entry))];
    });
    return [["", unitOf(this.player.clock), ...facts.map(({ title }) => title)], ...rows];
  }
}
