// Curves over the clock, one for each entrant: errors, or rates.

class ChartView {
  /** What is drawn: the `quantity`, "errors" or "rates", whether what is below a logarithmic axis
      lies at its edge (`hasFloor`), whether the clock is named (`hasClock`), and the `facts` for a
      pointer. */
  constructor(canvas, player, { quantity, hasFloor, hasClock, facts }) {
    this.surface = new Surface(canvas, () => player.redraw());
    this.player = player;
    this.axis = player.race[quantity];
    this.quantity = quantity;
    this.hasFloor = hasFloor;
    this.hasClock = hasClock;
    this.facts = facts;
    this.trailKey = "";
  }

  /** Makes the plot for the present size, but for its left edge; returns the room it needs
   * there. */
  layOut() {
    const { race, clock } = this.player;
    const { width, height, context } = this.surface;
    const bottom = height - (this.hasClock ? titleRoom.below : tickRoom);
    const area = { left: 0, top: 8, right: width - 20, bottom };
    const x = new Axis(0, Math.max(race.last[clock], 1));
    const { low, high, isLogarithmic, zeroLabel = null } = this.axis;
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
    drawTitles(context, this.plot, [this.hasClock ? clock : null, this.axis.title], theme);
    this.drawCursor(context);
    context.save();
    clipTo(context, this.plot.area);
    this.drawBands(context);
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
      ys: entrant[this.quantity](clock).map((value) => this.ordinate(value, entrant)),
    }));
    this.bands = quartileBands(this, race.entrants.filter(({ isCloud }) => isCloud), clock);
    this.trails = this.places.map(({ xs, ys }) => new Trail(xs, ys, 0.5));
  }

  /** What is infinite is not drawn; errors of clouds lie at the upper edge then, for there are no
   * rates before the first step. */
  ordinate(value, { isCloud }) {
    const { low, isLogarithmic, zeroLabel = null } = this.axis;
    if (isCloud) return this.hasFloor || Number.isFinite(value) ? this.quartile(value) : NaN;
    if (!Number.isFinite(value)) return NaN;
    if (isLogarithmic === 1 && zeroLabel === null && value < low) {
      return this.hasFloor ? this.plot.down(low) : NaN;
    }
    return this.plot.down(value);
  }

  /** Of clouds what is infinite lies at the upper edge, as what is above it. */
  quartile(value) {
    const { low, isLogarithmic, zeroLabel = null } = this.axis;
    const { top } = this.plot.area;
    if (!Number.isFinite(value)) return top;
    const hasEdge = isLogarithmic === 1 && zeroLabel === null;
    return Math.max(this.plot.down(hasEdge ? Math.max(value, low) : value), top);
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

  drawCurve(context, entrant, trail) {
    trail.draw(context, this.player.entry(entrant), { color: entrant.color, width: 1.6, rim: 0 });
  }

  /** Clouds have none. */
  drawHead(context, entrant, i) {
    if (entrant.isCloud) return;
    const { xs, ys } = this.places[i];
    const place = placeAt(xs, ys, this.player.entry(entrant));
    if (place === null || !this.plot.contains(place.x, place.y)) return;
    const { halo } = this.player.theme;
    drawMarker(context, entrant.shape, place.x, place.y, 8.4, entrant.color, halo);
  }

  drawNear(context) {
    for (const { index, entry } of this.player.near) {
      if (this.player.race.entrants[index].isCloud) continue;
      const { xs, ys } = this.places[index];
      if (!this.plot.contains(xs[entry], ys[entry])) continue;
      drawRing(context, xs[entry], ys[entry], this.player.theme);
    }
  }
}
