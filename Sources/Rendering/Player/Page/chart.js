// Curves over the clock, one or more for each entrant.

class ChartView {
  /** What is drawn: the `plan`, that of the file, whether the clock is named (`hasClock`), and the
      `facts` for a pointer. */
  constructor(canvas, player, told) {
    this.surface = new Surface(canvas, () => player.redraw());
    this.player = player;
    this.showRace(told);
  }

  showRace({ plan, hasClock, facts }) {
    this.plan = plan;
    this.hasClock = hasClock;
    this.facts = facts;
    this.trailKey = "";
  }

  /** Makes the plot for the present size, but for its left edge; returns the room it needs
   * there. */
  layOut() {
    const { race, clock } = this.player;
    const { width, height, context } = this.surface;
    const bottom = height - (this.hasClock ? titleRoom.below : fonts.line);
    const area = { left: 0, top: 8, right: width - 20, bottom };
    const first = race.first[clock];
    const x = new Axis(first, Math.max(race.last[clock], first + 1));
    const { low, high, isLogarithmic, zeroLabel = null } = this.plan;
    this.plot = new Plot(area, x, new Axis(low, high, isLogarithmic === 1, zeroLabel));
    return Math.ceil(widestTick(context, this.plot)) + titleRoom.left;
  }

  draw(left) {
    this.plot.area.left = left;
    const context = this.surface.begin();
    this.buildTrails();
    const { clock, theme } = this.player;
    drawGrid(context, this.plot, theme);
    drawFrame(context, this.plot, theme);
    drawGuides(context, this.plot, this.plan.guides, this.player);
    drawTitles(context, this.plot, [this.hasClock ? clock : null, this.plan.title], theme);
    this.drawCursor(context);
    context.save();
    clipTo(context, this.plot.area);
    this.drawBands(context);
    this.eachShown((entrant, i) => this.drawCurves(context, entrant, this.trails[i]));
    context.restore();
    this.eachShown((entrant, i) => this.drawHeads(context, entrant, i));
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
    this.places = race.entrants.map((entrant) => {
      const xs = entrant.clocks[clock].map((time) => this.plot.across(time));
      return entrant.lines(this.plan, clock).map((values) =>
        ({ xs, ys: values.map((value) => this.ordinate(value, entrant)) }));
    });
    this.bands = quartileBands(this, race.entrants.filter(({ isCloud }) => isCloud), clock);
    this.trails = this.places.map((lines) => lines.map(({ xs, ys }) => new Trail(xs, ys, 0.5)));
  }

  /** What is infinite is not drawn; infinite heights of clouds lie at the upper edge. */
  ordinate(value, { isCloud }) {
    if (isCloud && this.plan.isHeight === 1) return this.quartile(value);
    if (!Number.isFinite(value)) return NaN;
    return isCloud ? this.quartile(value) : this.down(value);
  }

  /** On a logarithmic axis without a row for zero what is below it lies at its edge. */
  down(value) {
    const { low, isLogarithmic, zeroLabel = null } = this.plan;
    const hasEdge = isLogarithmic === 1 && zeroLabel === null;
    return this.plot.down(hasEdge ? Math.max(value, low) : value);
  }

  /** Of clouds what is infinite lies at the upper edge, as what is above it. */
  quartile(value) {
    const { top } = this.plot.area;
    return Number.isFinite(value) ? Math.max(this.down(value), top) : top;
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

  /** Narrow bands lie above wide ones, which would hide them. */
  drawBands(context) {
    for (const { entrant, xs, upper, lower } of this.bands) {
      if (entrant.isShown) {
        drawBand(context, { xs, upper, lower }, this.player.entry(entrant), entrant.bandColor);
      }
    }
  }

  /** The first line lies above the paler ones. */
  drawCurves(context, entrant, trails) {
    const entry = this.player.entry(entrant);
    trails.map((trail, line) => ({ trail, color: entrant.lineColors[line] })).reverse()
      .forEach(({ trail, color }) => trail.draw(context, entry, { color, width: 0.8 * measures.trail, rim: 0 }));
  }

  /** Clouds have none. */
  drawHeads(context, entrant, i) {
    if (entrant.isCloud) return;
    const { halo } = this.player.theme;
    this.places[i].map((line, number) => ({ ...line, color: entrant.lineColors[number] })).reverse()
      .forEach(({ xs, ys, color }) => {
        const place = placeAt(xs, ys, this.player.entry(entrant));
        if (place === null || !this.plot.contains(place.x, place.y)) return;
        drawMarker(context, entrant.shape, place.x, place.y, 0.7 * measures.marker, color, halo);
      });
  }

  drawNear(context) {
    for (const { index, entry } of this.player.near) {
      if (this.player.race.entrants[index].isCloud) continue;
      for (const { xs, ys } of this.places[index]) {
        if (this.plot.contains(xs[entry], ys[entry])) {
          drawRing(context, xs[entry], ys[entry], this.player.theme);
        }
      }
    }
  }
}
