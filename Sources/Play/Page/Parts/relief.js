// The surface in the place of the map.

class Relief {
  constructor(player) {
    this.player = player;
    this.isShown = false;
    this.camera = new Camera();
    const canvas = element("canvas", { id: "relief", tabindex: 0, role: "img", hidden: "" });
    const { map } = player.parts;
    map.surface.canvas.after(canvas);
    this.surface = new Surface(canvas, () => player.redraw());
    this.buttons = new ReliefButtons(this);
    new Orbiting(this);
    this.raceChanged();
    player.additions.push(this);
  }

  /** Why there is no surface; null where there is one. */
  get obstacle() {
    const { race } = this.player;
    if (race.curve !== null) return "A function of one variable has no surface";
    return race.ground === null ? "This function has no heights on a grid, so no surface" : null;
  }

  /** The eye stays where it is. */
  raceChanged(old) {
    const { ground, window } = this.player.race;
    if (ground !== old?.ground || window.join() !== old.window.join()) this.mesh = null;
    this.trails = null;
    if (this.player.race.entrants.length !== old?.entrants.length) {
      this.forgetNames();
    }
    if (this.obstacle !== null) this.show(false);
    this.surface.canvas.setAttribute(
      "aria-label", "Surface over the map; drag or press arrow keys to turn it");
    this.buttons.update();
  }

  /** Names find their places anew. */
  forgetNames() {
    this.names = new HeadNames(this.player.parts.map);
  }

  show(isShown) {
    this.isShown = isShown && this.obstacle === null;
    const { canvas } = this.surface;
    const { canvas: flat } = this.player.parts.map.surface;
    const isFocused = [canvas, flat].includes(document.activeElement);
    canvas.hidden = !this.isShown;
    flat.classList.toggle("is-hidden", this.isShown);
    if (isFocused) (this.isShown ? canvas : flat).focus();
    this.buttons.update();
    this.player.redraw();
  }

  zoomBy(factor) {
    this.camera.zoomBy(factor);
    this.player.redraw();
  }

  panBy(across, up) {
    this.orbitBy(2 * across, 2 * up);
  }

  orbitBy(yaw, pitch) {
    this.camera.orbitBy(yaw, pitch);
    this.player.redraw();
  }

  reset() {
    this.camera.reset();
    this.forgetNames();
    this.player.redraw();
  }

  draw() {
    if (!this.isShown) return;
    this.painter ??= new ReliefPainter(() => this.player.redraw());
    const context = this.surface.begin();
    const { width, height } = this.surface;
    context.fillStyle = this.player.theme.paper;
    context.fillRect(0, 0, width, height);
    if (this.painter.obstacle !== null) return this.tell(context, this.painter.obstacle);
    this.prepare();
    const size = { width, height };
    this.camera.lookAt([...this.mesh.half, ReliefMesh.top / 2], size);
    this.drawBlock();
    context.drawImage(this.painter.canvas, 0, 0, width, height);
    new ReliefOverlay(this, context).draw();
    return undefined;
  }

  tell(context, text) {
    const { width, height } = this.surface;
    context.font = fonts.label;
    context.fillStyle = this.player.theme.ink;
    [context.textAlign, context.textBaseline] = ["center", "middle"];
    context.fillText(shortened(context, text, width - 16), width / 2, height / 2);
  }

  /** What has changed is built anew. */
  prepare() {
    const { race } = this.player;
    if (this.mesh === null) [this.mesh, this.trails] = [new ReliefMesh(race), null];
    this.trails ??= new ReliefTrails(race, this.mesh);
    const colors = { bands: race.levels.colors, lines: race.ground.lines };
    this.painter.take(this.mesh, this.trails, colors);
  }

  drawBlock() {
    const { painter, camera, surface: { canvas } } = this;
    const ratio = window.devicePixelRatio || 1;
    const { theme, race } = this.player;
    painter.begin(camera, canvas.width, canvas.height, ratio, theme.grid);
    race.runs.forEach((run, i) => {
      if (run.owner.isShown) this.drawTrail(run, this.trails.lines[i], ratio);
    });
  }

  drawTrail(run, line, ratio) {
    const count = countUntil(line.entries, this.player.entry(run));
    const { color, trailColor, isCloud } = run.owner;
    const pen = (width, look) => this.painter.draw(line, count, { width: width * ratio, ...look });
    if (isCloud) {
      const alpha = Math.min(1, Math.max(0.2, Math.sqrt(60 / this.player.race.runs.length)));
      return pen(0.8, { color: trailColor, alpha });
    }
    const { trail, rim } = measures;
    pen(trail, { color, dots: 2 * ratio });
    pen(trail + 2 * rim, { color: this.player.theme.halo });
    return pen(trail, { color });
  }

  /** Where a run's head is drawn; null before the first place. */
  head(i) {
    const { runs } = this.player.race;
    const place = this.trails.head(i, this.player.entry(runs[i]));
    if (place === null) return null;
    const point = this.mesh.pointAt([place.x, place.y]);
    const spot = this.spot(point);
    if (spot === null || place.way === undefined) return spot;
    const further = 0.01 / Math.hypot(place.way.x, place.way.y);
    const [u, v] = [place.x + further * place.way.x, place.y + further * place.way.y];
    const { half } = this.mesh;
    const next = this.camera.project([u * half[0], v * half[1], point[2]]);
    return { ...spot, way: { x: next.x - spot.x, y: next.y - spot.y } };
  }

  /** The pixel of a point, and whether the surface hides it; null where its height is unknown. */
  spot(point) {
    if (Number.isNaN(point[2])) return null;
    return { ...this.camera.project(point), isHidden: this.mesh.hides(point, this.camera.eye) };
  }
}
