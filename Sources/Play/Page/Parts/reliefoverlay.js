// Marks, ticks and words over the surface.

class ReliefOverlay {
  /** Pixels from an edge to the numbers beside it, and to the words. */
  static tick = 5;
  static words = 34;

  constructor(relief, context) {
    const { player, camera, mesh } = relief;
    Object.assign(this, { relief, context, player, camera, mesh });
  }

  draw() {
    this.drawAxes();
    const { race } = this.player;
    const heads = race.runs.map((run, i) => (run.owner.isShown ? this.relief.head(i) : null));
    this.drawHeads(heads, { ofClouds: true });
    const single = heads.filter((head, i) => head !== null && !race.runs[i].owner.isCloud);
    for (const [isHidden, alpha] of [[true, 0.4], [false, 1]]) {
      this.context.globalAlpha = alpha;
      const spots = this.spots().filter((spot) => spot.isHidden === isHidden);
      drawSpots(this.context, spots, single);
    }
    this.drawHeads(heads, { ofClouds: false });
    this.drawNames(heads);
  }

  /** As on the map. */
  drawNames(heads) {
    const { width, height } = this.camera.size;
    const { entrants } = this.player.race;
    const { names } = this.relief;
    const area = { left: 2, top: 2, right: width - 2, bottom: height - 2 };
    const texts = names.texts(width > 400);
    const anchors = entrants.map((entrant, i) =>
      entrant.isCloud ? null : names.anchor(this.context, texts[i], entrant, area, heads));
    const buttons = boxAround(width - 32, 68, 20, 56);
    names.write(this.context, texts, anchors, area, [buttons]);
  }

  /** Places of note within the window. */
  spots() {
    const { race, theme: { ink, halo } } = this.player;
    return landmarksOf(race, ink, halo).flatMap(({ places, ...look }) =>
      places.map(([x, y]) => this.mesh.shares(x, y))
        .filter((shares) => Math.max(...shares.map(Math.abs)) <= 1)
        .map((shares) => this.relief.spot(this.mesh.pointAt(shares)))
        .filter((spot) => spot !== null)
        .map((spot) => ({ ...look, ...spot })));
  }

  /** Those that the surface hides are pale. */
  drawHeads(heads, { ofClouds }) {
    const { race, theme } = this.player;
    const { width, height } = this.camera.size;
    const area = { left: 0, top: 0, right: width, bottom: height };
    race.runs.forEach((run, i) => {
      if (heads[i] === null || run.owner.isCloud !== ofClouds) return;
      this.context.globalAlpha = heads[i].isHidden ? 0.4 : 1;
      const isBroken = this.player.isBroken(run);
      const factor = ofClouds ? 0.5 : 1;
      drawHead(this.context, area, run.owner, heads[i], { isBroken, halo: theme.halo, factor });
    });
    this.context.globalAlpha = 1;
  }

  /** Along the two lower edges that are nearest. */
  drawAxes() {
    const { left, right, bottom, top } = this.mesh.window;
    const [away, near] = this.camera.toEye;
    const [x, y] = [away < 0 ? -1 : 1, near < 0 ? -1 : 1];
    const [xTitle, yTitle] = this.player.race.axisTitles;
    this.drawAxis((share) => [share, y], [0, y], [left, right], xTitle);
    this.drawAxis((share) => [x, share], [x, 0], [bottom, top], yTitle);
  }

  /** Ticks and title outside of an edge, which `at` walks along; edges seen from their ends have
   * no room for numbers. */
  drawAxis(at, [outX, outY], [low, high], title) {
    const { context, player: { theme } } = this;
    const [from, to] = [this.pixel(at(-1)), this.pixel(at(1))];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const middle = this.pixel(at(0));
    const beyond = this.pixel(at(0).map((share, i) => share + 0.1 * [outX, outY][i]));
    const far = Math.hypot(beyond.x - middle.x, beyond.y - middle.y);
    if (length < 60 || far < 1) return;
    const out = { x: (beyond.x - middle.x) / far, y: (beyond.y - middle.y) / far };
    const place = ({ x, y }, away) => [x + out.x * away, y + out.y * away];
    [context.strokeStyle, context.lineWidth] = [theme.muted, 1];
    context.fillStyle = theme.muted;
    context.textBaseline = "middle";
    context.textAlign = out.x > 0.4 ? "left" : out.x < -0.4 ? "right" : "center";
    context.font = fonts.tick;
    const ticks = linearTicks(low, high, Math.max(2, Math.floor(length / 80)));
    let widest = 0;
    for (const { value, label } of ticks) {
      const tick = this.pixel(at((2 * (value - low)) / (high - low) - 1));
      strokeLine(context, ...place(tick, 0), ...place(tick, ReliefOverlay.tick));
      context.fillText(label, ...place(tick, ReliefOverlay.tick + 8));
      widest = Math.max(widest, context.measureText(label).width);
    }
    context.font = fonts.label;
    context.fillStyle = theme.ink;
    const room = ReliefOverlay.words + widest * Math.abs(out.x);
    context.fillText(shortened(context, title, 160), ...place(middle, room));
  }

  /** Of the block's lower edge. */
  pixel([u, v]) {
    const { half } = this.mesh;
    return this.camera.project([u * half[0], v * half[1], ReliefMesh.bottom]);
  }
}
