// The player: what is shown when, and who draws it.

class Player {
  constructor(data) {
    this.data = data;
    this.race = decodedRace(data);
    this.clock = this.race.clock;
    this.near = [];
    this.showsOverlays = this.race.hasOverlays;
    this.playback = new Playback(this);
    /** What is drawn before the next picture: nothing, all, or all but the map. */
    this.due = { isSome: false, hasMap: false };
    /** Whether a table names the entrants; where there is none, all heads have their names. */
    this.hasLegend = true;
    /** What a page draws besides, after all else. */
    this.additions = [];
    const style = getComputedStyle(document.documentElement);
    this.theme = Object.fromEntries(
      ["paper", "ink", "muted", "grid", "frame", "halo"].map((name) =>
        [name, style.getPropertyValue("--" + name).trim()]));
  }

  get last() {
    return this.race.last[this.clock];
  }

  /** The present clock value. */
  get now() {
    return Math.floor(this.playback.position);
  }

  /** The moments, in their order, at which something is said: those of the race's own clock. */
  get saidTimes() {
    return this.clock === this.race.clock ? [...this.race.said.keys()] : [];
  }

  /** What is said now; undefined for nothing. */
  get said() {
    return this.clock === this.race.clock ? this.race.said.get(this.now) : undefined;
  }

  /** What an entrant, or a run, has reached. */
  entry(entrant) {
    return entrant.entry(this.clock, this.now);
  }

  /** Whether a run has broken off by now. */
  isBroken(run) {
    return run.isBroken && run.isFinished(this.entry(run));
  }

  /** "running", or how the run ended; of a cloud how many have. */
  state(entrant) {
    if (entrant.isCloud) return entrant.state(this.clock, this.now);
    const entry = this.entry(entrant);
    if (entrant.isFinished(entry)) return entrant.end;
    const [left, right, bottom, top] = this.race.window;
    const [x, y] = [entrant.x[entry], entrant.y[entry]];
    const isOutside = x < left || x > right || y < bottom || y > top;
    return isOutside ? "outside window" : "running";
  }

  /** To the next moment, or the one before, at which an entrant moves. */
  step(direction) {
    this.playback.pause();
    const shown = this.race.entrants.filter((entrant) => entrant.isShown);
    const moments = (shown.length > 0 ? shown : this.race.entrants).flatMap((entrant) => {
      const entry = direction > 0
        ? this.entry(entrant) + 1
        : entrant.entry(this.clock, this.now - 1);
      return entrant.clocks[this.clock][entry] ?? [];
    });
    const nearest = direction > 0 ? Math.min(...moments) : Math.max(...moments);
    if (moments.length > 0) this.playback.seek(nearest);
  }

  /** The race stands at the same share of the other clock. */
  setClock(clock) {
    const share = this.last > 0 ? this.playback.position / this.last : 0;
    this.clock = clock;
    this.setNear([]);
    this.playback.seek(share * this.last);
  }

  setOverlays(areShown) {
    this.showsOverlays = areShown && this.race.hasOverlays;
    this.redraw();
  }

  /** Another race in the place of this one, with what `data` leaves out as it was, over its own
   * clock; `hidden` are the places of the entrants that are not shown. It stands at the same share
   * of another clock, and at the end if it stood there. */
  show(data, background, hidden) {
    const { race, playback, clock } = this;
    const wasOver = playback.position >= this.last;
    const share = this.last > 0 ? playback.position / this.last : 0;
    this.data = { ...this.data, ...data };
    this.race = decodedRace(this.data);
    for (const i of hidden) this.race.entrants[i].isShown = false;
    this.clock = this.race.clock;
    this.showsOverlays = this.race.hasOverlays && (this.showsOverlays || !race.hasOverlays);
    this.near = [];
    this.makeRoom();
    if (background !== undefined) this.parts.image.src = background;
    for (const part of [...Object.values(this.parts), ...this.additions]) part.raceChanged?.(race);
    const position = this.clock === clock ? playback.position : share * this.last;
    playback.moveTo(wasOver ? this.last : position);
    if (background !== undefined) return this.draw();
    this.drawMap();
    return this.drawBefore({ hasMap: false });
  }

  /** Shows all entrants but those at some places. */
  hide(places) {
    this.race.entrants.forEach((entrant, i) => (entrant.isShown = !places.includes(i)));
    this.parts.legend.raceChanged();
    this.redraw();
  }

  setNear(near) {
    if (near.length === 0 && this.near.length === 0) return;
    this.near = near;
    this.redraw();
  }

  /** Draws once before the next picture, however often it is asked to. */
  redraw() {
    if (this.parts !== undefined) this.drawBefore({ hasMap: true });
  }

  /** Draws before the next picture, with the map or without. */
  drawBefore({ hasMap }) {
    const { due } = this;
    due.hasMap ||= hasMap;
    if (due.isSome) return;
    due.isSome = true;
    window.requestAnimationFrame(() => {
      if (!due.isSome) return;
      if (due.hasMap) this.draw();
      else this.drawRest();
    });
  }

  /** All, for the present sizes; nothing is due then. */
  draw() {
    const { map, bar, charts } = this.parts;
    const parts = [map, bar, ...charts.all, ...this.additions];
    if (this.readText()) bar.measureTexts();
    for (const { surface } of parts) surface?.measure();
    this.drawMap();
    this.drawRest();
  }

  /** Whether texts have become larger or smaller, and with them the marks. */
  readText() {
    const isAnother = readFonts();
    if (isAnother) growMarks(fonts.size / usualText);
    return isAnother;
  }

  /** The map, or the surface in its place; nothing of the page is written. */
  drawMap() {
    this.due.hasMap = false;
    this.parts.map.draw();
    for (const part of this.additions) part.draw();
  }

  /** All but the map. What is written comes after all that is drawn. */
  drawRest() {
    this.due.isSome = false;
    const { map, bar, charts, legend, controls, zooming, note } = this.parts;
    bar.draw(map.area);
    charts.draw();
    note.update(map);
    legend.update();
    controls.update();
    zooming.update();
  }

  /** Several maps need another height than one in narrow windows. */
  makeRoom() {
    const main = document.querySelector("main");
    main.classList.toggle("is-grid", this.race.isGrid);
    main.style.setProperty("--map-rows", Math.ceil(this.race.entrants.length / 2));
  }

  start(image) {
    const find = (id) => document.getElementById(id);
    this.makeRoom();
    this.readText();
    const map = new MapView(find("map"), image, this);
    const bar = new ColorBar(find("bar"), this);
    const pointing = new Pointing(this, map, new Tip(find("tip")));
    const charts = new Charts(this, (chart) => {
      pointing.watch(chart);
      new Seeking(this, chart);
    });
    const legend = new Legend(find("legend"), this);
    const controls = new Controls(this);
    const zooming = new Zooming(map, () => this.redraw());
    const keys = new Keys(this, controls, zooming);
    const note = new NoteBox(find("note"), this);
    this.parts = { map, bar, charts, legend, controls, zooming, keys, note, pointing, image };
    describe(this.race);
    this.draw();
  }
}
