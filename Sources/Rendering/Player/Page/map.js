// The map: contours, landmarks, trails, overlays, heads and names; or one for each entrant.

class MapView {
  constructor(canvas, image, player) {
    this.surface = new Surface(canvas, () => player.redraw());
    this.player = player;
    this.ground = this.groundOf(image);
    this.window = new MapWindow(player.race.window);
    this.trailKey = "";
    this.showWhole();
  }

  /** Contours are those of another function or window where the race tells such. */
  raceChanged(old) {
    const { race } = this.player;
    // Without levels nothing tells that the picture is another.
    if (race.ground !== old.ground || race.levels !== old.levels || race.levels === null) {
      this.ground = this.groundOf(this.ground.image);
    }
    if (race.window.join() !== old.window.join()) {
      this.window = this.window.renewed(race);
      this.forgetPlaces();
    }
    if (race.entrants.length !== old.entrants.length) this.names = new HeadNames(this);
    this.headPlaces = [];
    this.trailKey = "";
  }

  groundOf(image) {
    return new Ground(image, this.player.race, this.player.theme.grid);
  }

  showWhole() {
    this.window.reset();
    this.forgetPlaces();
  }

  /** Names and labels find their places anew. */
  forgetPlaces() {
    this.names = new HeadNames(this);
    this.margin = 0;
  }

  /** Where heads and places of note are. */
  spots() {
    const { race, theme } = this.player;
    return this.plots.flatMap((plot) => [...spotsOn(plot, race, theme), ...this.headsOn(plot)]);
  }

  /** The plots for the present size; while that stays the left margin only grows, lest the map
   * trembles. */
  layOut(context) {
    const { width, height } = this.surface;
    if (this.size !== [width, height].join()) this.forgetPlaces();
    this.size = [width, height].join();
    const { isGrid, entrants } = this.player.race;
    const areas = isGrid
      ? smallMapAreas(width, height, entrants.length)
      : [{ left: 0, top: 8, right: width - 8, bottom: height - titleRoom.below }];
    const plots = areas.map((area) => new Plot(area, this.window.x, this.window.y));
    const room = isGrid ? smallMaps.left : titleRoom.left;
    this.margin = Math.max(this.margin, Math.ceil(widestTick(context, plots[0])) + room);
    for (const area of areas) area.left += this.margin;
    if (this.player.race.hasEqualUnits) areas.forEach((area) => this.shrink(area));
    this.area = areaAround(areas);
    return plots;
  }

  /** So that a unit is as long on both axes: beside an upright colour bar, else in the middle. */
  shrink(area) {
    const { whole } = this.window;
    const ratio = (whole.right - whole.left) / (whole.top - whole.bottom);
    const width = Math.min(area.right - area.left, (area.bottom - area.top) * ratio);
    const { parts: { bar }, hasLegend } = this.player;
    area.right -= bar.isUpright ? 0 : Math.floor((area.right - area.left - width) / 2);
    area.left = area.right - width;
    area.top += hasLegend ? 0 : Math.floor((area.bottom - area.top - width / ratio) / 2);
    area.bottom = area.top + width / ratio;
  }

  /** Where a run is drawn. */
  plotOf(i) {
    const { isGrid, runs } = this.player.race;
    return this.plots[isGrid ? runs[i].owner.index : 0];
  }

  /** The plot at a place; undefined if there is none. */
  plotAt({ x, y }) {
    return this.plots.find((plot) => plot.contains(x, y));
  }

  draw() {
    const context = this.surface.begin();
    this.plots = this.layOut(context);
    this.buildTrails();
    this.plots.forEach((plot, i) => this.drawMap(context, plot, i));
    this.drawNear(context);
  }

  drawMap(context, plot, i) {
    const { race, theme } = this.player;
    this.clipped(context, plot, () => this.drawGround(context, plot, this.curves[i]));
    drawFrame(context, plot, theme);
    if (race.isGrid) drawCaption(context, plot.area, race.entrants[i], theme);
    else drawTitles(context, plot, race.axisTitles, theme, plot.area.left - this.margin);
    this.clipped(context, plot, () =>
      this.eachShown((run, i) => this.drawTrail(context, run, this.trails[i]), plot));
    this.clipped(context, plot, () => this.drawOverlays(context, plot, { areArrows: false }));
    this.drawHeads(context, plot, { ofClouds: true });
    const spots = spotsOn(plot, race, theme);
    this.placeHeads(plot, spots);
    this.eachShown((run, i) => this.drawLine(context, run, i), plot);
    drawSpots(context, spots, this.headsOn(plot));
    this.names.draw(context, plot, spots);
    this.drawHeads(context, plot, { ofClouds: false });
    this.clipped(context, plot, () => this.drawOverlays(context, plot, { areArrows: true }));
  }

  drawHeads(context, plot, { ofClouds }) {
    this.eachShown((run, i) => {
      if (run.owner.isCloud === ofClouds) this.drawHead(context, run, i);
    }, plot);
  }

  /** The heads of single runs on a plot, where they are drawn. */
  headsOn(plot) {
    const heads = [];
    this.eachShown(({ owner }, i) => heads.push(owner.isCloud ? null : this.headPlaces[i]), plot);
    return heads.filter((head) => head !== null);
  }

  /** Where heads are drawn: those of single runs beside one another, and around places of note. */
  placeHeads(plot, spots) {
    this.headPlaces ??= [];
    const shown = [];
    this.eachShown((run, i) => shown.push(i), plot);
    const heads = shown.map((i) => this.shownHead(i));
    shown.forEach((i, order) => (this.headPlaces[i] = heads[order]));
    const { runs } = this.player.race;
    const stays = (head, i) => head === null || runs[i].owner.isCloud ||
      (head.way !== undefined && !this.isBroken(i));
    const inside = (place) => nearestWithin(plot.area, place, measures.marker / 2 + 1);
    const moving = shown.map((i, order) =>
      stays(heads[order], i) ? null : this.isBroken(i) ? inside(heads[order]) : heads[order]);
    const onMap = (place) => nearestWithin(plot.area, place, 0);
    const fixed = spots.map(({ x, y, size }) => ({ x, y, reach: size / 2 + measures.rim }));
    spreadPoints(moving, fixed, measures.marker / 2 + 1, onMap).forEach((place, order) => {
      if (place !== null) this.headPlaces[shown[order]] = place;
    });
  }

  isBroken(i) {
    return this.player.isBroken(this.player.race.runs[i]);
  }

  /** From a head that stands away to a dot where the iterate is. */
  drawLine(context, run, i) {
    const [head, place] = [this.headPlaces[i], this.shownHead(i)];
    if (head === null || place === null) return;
    if (Math.hypot(head.x - place.x, head.y - place.y) <= measures.marker / 3) return;
    const { halo } = this.player.theme;
    drawSegment(context, head, place, run.owner.color, halo, measures.trail);
    const size = measures.marker * 2 * measures.dot;
    drawMarker(context, "circle", place.x, place.y, size, run.owner.color, halo);
  }

  clipped(context, plot, draw) {
    context.save();
    clipTo(context, plot.area);
    draw();
    context.restore();
  }

  /** The runs of the entrants that are shown, on one plot or on all. */
  eachShown(action, plot = null) {
    this.player.race.runs.forEach((run, i) => {
      if (run.owner.isShown && (plot === null || this.plotOf(i) === plot)) action(run, i);
    });
  }

  /** Trails depend on size and window; with the clock they only grow. */
  buildTrails() {
    const { left, bottom, zoom } = this.window;
    const areas = this.plots.flatMap(({ area }) => [area.left, area.right, area.top, area.bottom]);
    const key = [...areas, left, bottom, zoom].join();
    if (key === this.trailKey) return;
    this.trailKey = key;
    const { runs, curve } = this.player.race;
    this.places = runs.map((run, i) => this.placesOf(run, this.plotOf(i)));
    this.trails = this.places.map(({ xs, ys }) => new Trail(xs, ys, 0.7));
    this.curves = this.plots.map((plot) => {
      if (curve === null) return null;
      const { xs, ys } = this.placesOf(curve, plot);
      return new Trail(xs, ys, 0.3);
    });
  }

  placesOf({ x, y }, plot) {
    const places = Array.from(x, (value, i) => plot.place(value, y[i]));
    return { xs: places.map((place) => place.x), ys: places.map((place) => place.y) };
  }

  /** The contours; over them f, where it has one variable. */
  drawGround(context, plot, curve) {
    this.ground.draw(context, plot, this.window);
    const pen = { color: this.player.theme.ink, width: 1.5, rim: 0 };
    if (curve !== null) curve.draw(context, Infinity, pen);
  }

  drawTrail(context, run, trail) {
    const { race, clock, now, showsOverlays, theme } = this.player;
    const { halo } = theme;
    const count = race.runs.length;
    if (showsOverlays && race.tailLengths !== null) {
      drawFading(context, trail, run, { clock, now, length: race.tailLengths[clock], halo, count });
    } else if (run.owner.isCloud) {
      drawThin(context, trail, this.player.entry(run), run.owner, count);
    } else {
      const pen = { color: run.color, width: measures.trail, halo, rim: measures.rim };
      trail.draw(context, this.player.entry(run), pen);
    }
  }

  /** Arrows, which lie above heads, or the other strokes, which lie below. */
  drawOverlays(context, plot, { areArrows }) {
    const [whole, small] = [1, 0.5].map((factor) =>
      new OverlayPen(context, plot, this.window, this.player.theme.halo, factor));
    this.eachStroke(plot, (stroke, head, run, place) => {
      if (isArrow(stroke) !== areArrows) return;
      (run.owner.isCloud ? small : whole).draw(stroke, head, place);
    });
  }

  /** What overlays show at the heads on a plot now. */
  eachStroke(plot, action) {
    if (!this.player.showsOverlays) return;
    this.eachShown((run, i) => {
      const entry = this.player.entry(run);
      const head = this.head(i);
      if (head === null) return;
      for (const stroke of run.strokes[entry]) {
        action(stroke, head, run, [run.x[entry], run.y[entry]]);
      }
    }, plot);
  }

  /** Where a run's head is; null before the first place. */
  head(i) {
    const { xs, ys } = this.places[i];
    return placeAt(xs, ys, this.player.entry(this.player.race.runs[i]));
  }

  /** Where a head is drawn; where it has left the map, the trail's end there with its way. */
  shownHead(i) {
    const place = this.head(i);
    const plot = this.plotOf(i);
    if (place === null || plot.contains(place.x, place.y)) return place;
    const entry = this.player.entry(this.player.race.runs[i]);
    return exitOf(this.places[i], entry, place, plot.area);
  }

  drawHead(context, run, i) {
    const { isCloud } = run.owner;
    const head = isCloud ? this.shownHead(i) : this.headPlaces[i];
    if (head === null) return;
    const isBroken = this.player.isBroken(run);
    const { theme } = this.player;
    const factor = isCloud ? 0.5 : 1;
    const { area } = this.plotOf(i);
    drawHead(context, area, run.owner, head, { isBroken, halo: theme.halo, factor });
  }

  drawNear(context) {
    for (const { run, entry } of this.player.near) {
      if (run === null) continue;
      const place = placeAt(this.places[run].xs, this.places[run].ys, entry);
      if (place === null || !this.plotOf(run).contains(place.x, place.y)) continue;
      drawRing(context, place.x, place.y, this.player.theme);
    }
  }
}
