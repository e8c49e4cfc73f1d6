// The error panel: f − f* over the clock, or f where the least value is not known.

class ChartView {
  constructor(canvas, player) {
    this.surface = new Surface(canvas, () => player.redraw());
    this.player = player;
    this.trailKey = "";
  }

  layOut(context) {
    const { race, clock } = this.player;
    const { width, height } = this.surface;
    const area = { left: 0, top: 8, right: width - 20, bottom: height - titleRoom.below };
    const x = new Axis(0, Math.max(race.last[clock], 1));
    const { low, high, isLogarithmic } = race.errors;
    const plot = new Plot(area, x, new Axis(low, high, isLogarithmic === 1));
    area.left = Math.ceil(widestTick(context, plot)) + titleRoom.left;
    return plot;
  }

  draw() {
    const context = this.surface.begin();
    this.plot = this.layOut(context);
    this.buildTrails();
    const { race, clock, theme } = this.player;
    drawGrid(context, this.plot, theme);
    drawFrame(context, this.plot, theme);
    drawTitles(context, this.plot, [clock, race.errors.title], theme);
    this.drawCursor(context);
    context.save();
    clipTo(context, this.plot.area);
    this.eachShown((entrant, i) => this.drawCurve(context, entrant, this.trails[i]));
    context.restore();
    this.eachShown((entrant, i) => this.drawHead(context, entrant, i));
    this.drawNear(context);
  }

  eachShown(action) {
    this.player.race.entrants.forEach((entrant, i) => {
      if (entrant.isShown) action(entrant, i);
    });
  }

  buildTrails() {
    const { race, clock } = this.player;
    const { area } = this.plot;
    const key = [clock, area.left, area.right, area.bottom].join();
    if (key === this.trailKey) return;
    this.trailKey = key;
    this.places = race.entrants.map((entrant) => ({
      xs: entrant.clocks[clock].map((time) => this.plot.across(time)),
      ys: entrant.error.map((error) => this.ordinate(error)),
    }));
    this.trails = this.places.map(({ xs, ys }) => new Trail(xs, ys, 0.5));
  }

  /** Errors below a logarithmic axis are drawn at its lower edge. */
  ordinate(error) {
    const { low, isLogarithmic } = this.player.race.errors;
    if (!Number.isFinite(error)) return NaN;
    return this.plot.down(isLogarithmic === 1 ? Math.max(error, low) : error);
  }

  /** A line at the present time. */
  drawCursor(context) {
    const x = this.plot.across(this.player.now);
    context.strokeStyle = this.player.theme.frame;
    context.lineWidth = 1;
    context.setLineDash([3, 3]);
    strokeLine(context, x, this.plot.area.top, x, this.plot.area.bottom);
    context.setLineDash([]);
  }

  drawCurve(context, entrant, trail) {
    trail.draw(context, this.player.entry(entrant), { color: entrant.color, width: 1.6, rim: 0 });
  }

  drawHead(context, entrant, i) {
    const { xs, ys } = this.places[i];
    const place = placeAt(xs, ys, this.player.entry(entrant));
    if (place === null || !this.plot.contains(place.x, place.y)) return;
    const { halo } = this.player.theme;
    drawMarker(context, entrant.shape, place.x, place.y, 8.4, entrant.color, halo);
  }

  drawNear(context) {
    for (const { index, entry } of this.player.near) {
      const { xs, ys } = this.places[index];
      if (!this.plot.contains(xs[entry], ys[entry])) continue;
      drawRing(context, xs[entry], ys[entry], this.player.theme);
    }
  }
}
