// What the pointer, or the cursor that keys move, is at.

class Hovering {
  constructor(page, graph, tip) {
    Object.assign(this, { page, graph, tip });
    this.spoken = document.getElementById("spoken");
    const { canvas } = graph.surface;
    canvas.addEventListener("pointermove", (event) => this.point(event));
    canvas.addEventListener("pointerdown", (event) => this.point(event));
    canvas.addEventListener("pointerleave", () => this.leave());
    canvas.addEventListener("blur", () => this.leave());
    canvas.addEventListener("click", (event) => {
      this.point(event);
      this.open();
    });
    canvas.addEventListener("keydown", (event) => this.press(event));
  }

  leave() {
    this.tip.hide();
    this.graph.cursor = null;
    this.setNear(null);
  }

  point(event) {
    const { plot } = this.graph;
    const place = this.graph.surface.place(event);
    if (plot === undefined || !plot.contains(place.x, place.y)) return this.leave();
    return this.moveTo(place, event.clientX, event.clientY);
  }

  /** The curves at a place with their values, the nearest first. */
  moveTo({ x, y }, clientX, clientY) {
    const { graph } = this;
    const at = graph.placeOf(x);
    const near = graph.view.curves.map((curve) => ({ curve, value: graph.valueAt(curve, at) }))
      .filter(({ value }) => value !== null)
      .map((one) => ({ ...one, distance: Math.abs(graph.down(one.value) - y) }))
      .sort((a, b) => a.distance - b.distance);
    graph.cursor = x;
    this.place = { x, y, at };
    this.setNear(near[0] ?? null);
    this.tip.show(this.rows(at, near), clientX, clientY);
  }

  setNear(near) {
    this.graph.near = near;
    this.graph.redraw();
    this.page.optimizers.mark(near?.curve.optimizer ?? null);
  }

  name({ optimizer, run }) {
    const { study } = this.page;
    const { color, shape } = this.page.look(optimizer);
    const seed = run === undefined ? "" : ` seed ${study.runs.seeds[study.seed[run]]}`;
    return element("b", {}, markerIcon(shape, 13, color), study.optimizers[optimizer].name + seed);
  }

  /** A run's facts where one is nearest; else a line a curve. */
  rows(at, near) {
    const { view } = this.graph;
    const head = [view.x.title.replace(/:.*| \(.*/, ""), valueText(at, 4)];
    if (near.length === 0) return [head];
    const first = near[0].curve;
    if (first.run !== undefined) return this.runRows(first, near[0].value, head);
    const curves = near.filter(({ curve }) => curve.run === undefined);
    const shown = curves.slice(0, mostTold)
      .sort((a, b) => view.curves.indexOf(a.curve) - view.curves.indexOf(b.curve));
    const rows = shown.map(({ curve, value }) => [this.name(curve), view.text(value)]);
    const rest = curves.length - shown.length;
    return [...(rest > 0 ? [[`the ${mostTold} nearest of ${curves.length}`]] : []), head, ...rows];
  }

  runRows(curve, value, head) {
    const { study } = this.page;
    const { run } = curve;
    const facts = [
      ["excess", valueText(value, 4)],
      ["outcome", study.runs.outcomes[study.outcome[run]]],
      ["last excess", valueText(study.finalExcess(run), 4)],
      ["least excess", valueText(study.leastExcess(run), 4)],
      ["steps", String(study.steps[run])],
      ...study.queries.filter((query) => study.totals[query][run] > 0)
        .map((query) => [query, String(study.totals[query][run])]),
    ];
    return [[this.name(curve)], head, ...facts];
  }

  // MARK: Opening

  /** The race of the nearest curve's problem, or the places behind its nearest step. */
  open() {
    const { near, view } = this.graph;
    if (near === null) return;
    const { optimizer, run } = near.curve;
    const { choice, details } = this.page;
    if (view.isExcess === true) {
      details.open({ problem: choice.problem, optimizer, run: run ?? null });
      return;
    }
    this.tip.hide();
    const places = this.page.choice.behind(near.curve, this.place.at, view.isRatio === true);
    if (places.length === 1) details.open(places[0]);
    else if (places.length > 1) details.choose(`${places.length} steps here`, places);
  }

  // MARK: Keys

  press(event) {
    const { graph } = this;
    if (event.ctrlKey || event.metaKey || event.altKey || graph.plot === undefined) return;
    const { left, right } = graph.plot.area;
    const moves = { ArrowLeft: -12, ArrowRight: 12, PageUp: 90, PageDown: -90 };
    const turns = { ArrowUp: -1, ArrowDown: 1 };
    if (event.key in moves) {
      const x = (graph.cursor ?? (left + right) / 2) + moves[event.key];
      this.keyTo(Math.min(Math.max(x, left), right), 0);
    } else if (event.key in turns) {
      this.keyTo(graph.cursor ?? (left + right) / 2, turns[event.key]);
    } else if (event.key === "Enter" || event.key === " ") {
      this.open();
    } else if (event.key === "Escape") {
      this.leave();
    } else return;
    event.preventDefault();
  }

  /** To a place on the present curve, or the next one above or below. */
  keyTo(x, turn) {
    const { graph } = this;
    const at = graph.placeOf(x);
    const curves = graph.view.curves.filter((curve) => graph.valueAt(curve, at) !== null)
      .sort((a, b) => graph.down(graph.valueAt(a, at)) - graph.down(graph.valueAt(b, at)));
    if (curves.length === 0) return;
    const present = Math.max(0, curves.indexOf(graph.near?.curve));
    const curve = curves[Math.min(Math.max(present + turn, 0), curves.length - 1)];
    const y = graph.down(graph.valueAt(curve, at));
    const box = graph.surface.canvas.getBoundingClientRect();
    this.moveTo({ x, y }, box.left + x, box.top + y);
    this.setNear({ curve, value: graph.valueAt(curve, at) });
    const { study } = this.page;
    this.spoken.textContent = `${study.optimizers[curve.optimizer].name}: `
      + `${graph.view.text(graph.valueAt(curve, at))} at ${valueText(at, 3)}`;
  }
}

const mostTold = 14;
