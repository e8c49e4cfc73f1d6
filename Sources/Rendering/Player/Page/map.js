// The map: contours, landmarks, trails, overlays, heads and names.

class MapView {
  constructor(canvas, image, player) {
    this.surface = new Surface(canvas, () => player.redraw());
    this.image = image;
    this.player = player;
    this.window = new MapWindow(player.race.window);
    this.trailKey = "";
    this.showWhole();
  }

  showWhole() {
    this.window.reset();
    this.names = new HeadNames(this);
    this.margin = 0;
  }

  /** The plot for the present size; its left margin only grows, lest the map trembles. */
  layOut(context) {
    const { width, height } = this.surface;
    const area = { left: 0, top: 8, right: width - 8, bottom: height - titleRoom.below };
    const plot = new Plot(area, this.window.x, this.window.y);
    this.margin = Math.max(this.margin, Math.ceil(widestTick(context, plot)) + titleRoom.left);
    area.left = this.margin;
    return plot;
  }

  draw() {
    const context = this.surface.begin();
    this.plot = this.layOut(context);
    this.buildTrails();
    const { race, theme } = this.player;
    this.clipped(context, () => this.drawGround(context));
    drawFrame(context, this.plot, theme);
    drawTitles(context, this.plot, race.axisTitles, theme);
    drawLandmarks(context, this.plot, race, theme);
    this.clipped(context, () =>
      this.eachShown((run, i) => this.drawTrail(context, run, this.trails[i])));
    this.clipped(context, () => this.drawOverlays(context));
    this.names.draw(context);
    this.eachShown((run, i) => this.drawHead(context, run, i));
    this.drawNear(context);
  }

  clipped(context, draw) {
    context.save();
    clipTo(context, this.plot.area);
    draw();
    context.restore();
  }

  /** The runs of the entrants that are shown. */
  eachShown(action) {
    this.player.race.runs.forEach((run, i) => {
      if (run.owner.isShown) action(run, i);
    });
  }

  /** Trails depend on size and window; with the clock they only grow. */
  buildTrails() {
    const { area } = this.plot;
    const { left, bottom, zoom } = this.window;
    const key = [area.left, area.right, area.bottom, left, bottom, zoom].join();
    if (key === this.trailKey) return;
    this.trailKey = key;
    const { runs, curve } = this.player.race;
    this.places = runs.map((run) => this.placesOf(run));
    this.trails = this.places.map(({ xs, ys }) => new Trail(xs, ys, 0.7));
    this.curve = null;
    if (curve === null) return;
    const { xs, ys } = this.placesOf(curve);
    this.curve = new Trail(xs, ys, 0.3);
  }

  placesOf({ x, y }) {
    const places = Array.from(x, (value, i) => this.plot.place(value, y[i]));
    return { xs: places.map((place) => place.x), ys: places.map((place) => place.y) };
  }

  /** The contours; over them f, where it has one variable. */
  drawGround(context) {
    const { whole } = this.window;
    const left = this.plot.across(whole.left);
    const top = this.plot.down(whole.top);
    context.imageSmoothingQuality = "high";
    context.drawImage(
      this.image, left, top, this.plot.across(whole.right) - left,
      this.plot.down(whole.bottom) - top);
    const pen = { color: this.player.theme.ink, width: 1.5, rim: 0 };
    if (this.curve !== null) this.curve.draw(context, Infinity, pen);
  }

  drawTrail(context, run, trail) {
    const { race, clock, now, showsOverlays, theme } = this.player;
    const { halo } = theme;
    if (race.areClouds) {
      drawThin(context, trail, this.player.entry(run), run.owner, race.runs.length);
    } else if (showsOverlays && race.tailLengths !== null) {
      drawFading(context, trail, run, { clock, now, length: race.tailLengths[clock], halo });
    } else {
      const pen = { color: run.color, width: 2, halo, rim: 1.5 };
      trail.draw(context, this.player.entry(run), pen);
    }
  }

  drawOverlays(context) {
    const pen = new OverlayPen(context, this.plot, this.window, this.player.theme.halo);
    this.eachStroke((stroke, head, place) => pen.draw(stroke, head, place));
  }

  /** What overlays show at the heads now. */
  eachStroke(action) {
    if (!this.player.showsOverlays) return;
    this.eachShown((run, i) => {
      const entry = this.player.entry(run);
      const head = this.head(i);
      if (head === null) return;
      for (const stroke of run.strokes[entry]) {
        action(stroke, head, [run.x[entry], run.y[entry]]);
      }
    });
  }

  /** Where a run's head is; null before the first place. */
  head(i) {
    const { xs, ys } = this.places[i];
    return placeAt(xs, ys, this.player.entry(this.player.race.runs[i]));
  }

  /** Where a head is drawn; where it has left the map, the trail's end there with its way. */
  shownHead(i) {
    const place = this.head(i);
    if (place === null || this.plot.contains(place.x, place.y)) return place;
    const entry = this.player.entry(this.player.race.runs[i]);
    return exitOf(this.places[i], entry, place, this.plot.area);
  }

  drawHead(context, run, i) {
    const head = this.shownHead(i);
    if (head === null) return;
    const isBroken = this.player.isBroken(run);
    const { theme, race } = this.player;
    const factor = race.areClouds ? 0.5 : 1;
    drawHead(context, this.plot.area, run.owner, head, { isBroken, halo: theme.halo, factor });
  }

  drawNear(context) {
    for (const { run, entry } of this.player.near) {
      if (run === null) continue;
      const place = placeAt(this.places[run].xs, this.places[run].ys, entry);
      if (place === null || !this.plot.contains(place.x, place.y)) continue;
      drawRing(context, place.x, place.y, this.player.theme);
    }
  }
}
