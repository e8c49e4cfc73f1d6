// Whether the overlays that the file holds are drawn where they belong.

/** The entry that an entrant has reached. */
function entryOf(entrant, time = now(), clock = race.clock) {
  let count = 0;
  return entrant[clock].filter((more) => (count += more) <= time).length - 1;
}

/** Whether a stroke of a run that the file holds is among the shapes that were drawn. */
function isDrawn([look, , , ...numbers], run, entrant, shapes) {
  const { kind, color, isDashed } = run.overlay.looks[look];
  const place = mapPlaces(entrant);
  const entry = entryOf(run);
  const head = [run.x[entry], run.y[entry]];
  const radius = entrant.runs === undefined ? 3.6 : 1.8;
  const from = (values, i) => place([values[i], values[i + 1]]);
  const beside = (across, up) => place([head[0] + across * numbers[0], head[1] + up * numbers[1]]);
  const holds = (shape, ...points) => points.every((point) =>
    shape.points.some((corner) => distance(corner, point) < 0.75));
  const pieces = kind === "hyperbola" ? 2 : 1;
  const lines = shapes.filter((shape) =>
    shape.kind === "stroke" && shape.color === color && shape.pieces === pieces);
  const dashed = lines.filter((shape) => shape.isDashed === (isDashed === 1));
  const filled = shapes.filter((shape) => shape.kind === "fill" && shape.color === color);
  if (kind === "arrow" || kind === "openArrow") {
    if (distance(beside(1, 1), place(head)) < 2) return true;
    const heads = kind === "arrow" ? filled : lines;
    return dashed.some((line) => holds(line, place(head))) &&
      heads.some((corners) => corners.points.length === 3 && holds(corners, beside(1, 1)));
  }
  if (kind === "farArrow") {
    const [x, y, across, up] = numbers;
    const [start, tip] = [place([x, y]), place([x + across, y + up])];
    if (distance(start, tip) < 2) return true;
    return dashed.some((line) => holds(line, start, tip)) &&
      lines.some((corners) => corners.points.length === 3 && holds(corners, tip));
  }
  if (kind === "box") {
    return dashed.some((line) =>
      line.points.length === 5 && holds(line, beside(-1, -1), beside(1, 1)));
  }
  if (kind === "segment") {
    return lines.some((line) => holds(line, from(numbers, 0), from(numbers, 2)));
  }
  if (kind === "dot") {
    return lines.some((ring) => ring.points.length === 25 &&
      ring.points.every((point) => Math.abs(distance(point, from(numbers, 0)) - radius) < 0.75));
  }
  if (kind === "plus") {
    return filled.some((shape) => distance(middleOf(shape), from(numbers, 0)) < 0.75);
  }
  return dashed.some((line) => line.points.length > 150 && liesOn(line, kind, numbers, place));
}

/** Whether the points of an ellipse or hyperbola, where they are on the map, are on a line. */
function liesOn({ points }, kind, [x, y, a, b, c, d], place) {
  const samples = Array.from({ length: 40 }, (_, i) => {
    const t = (2 * Math.PI * i) / 40;
    const [u, v] = kind === "ellipse"
      ? [Math.cos(t), Math.sin(t)] : [Math.cosh(t - Math.PI), Math.sinh(t - Math.PI)];
    return [x + u * a + v * c, y + u * b + v * d];
  });
  return samples.filter(isOnMap).every((sample) => distanceToLine(place(sample), points) < 1.5);
}

async function drawsOverlays() {
  const entrants = race.entrants.filter((entrant) =>
    runsOf(entrant).some(({ overlay }) => overlay !== undefined));
  const label = find("#overlays").closest("label");
  if (entrants.length === 0) {
    const before = picture("#map");
    await key("o");
    check("no overlays", picture("#map") === before);
    checkEqual("and no switch", getComputedStyle(label).display, "none");
    return;
  }
  check("overlays have a switch", getComputedStyle(label).display !== "none");
  check("they are on at first", find("#overlays").checked);
  await key("Home");
  const withOverlays = entrants.flatMap((entrant) =>
    runsOf(entrant).filter(({ overlay }) => overlay !== undefined).map((run) => [entrant, run]));
  const missing = [];
  const kinds = new Set();
  for (let i = 0; i < 12; i++) {
    const { shapes } = window.drawn.map;
    for (const [entrant, run] of withOverlays) {
      const entry = entryOf(run);
      const present = run.overlay.strokes.filter(([, first, count]) =>
        first <= entry && entry < first + count);
      for (const stroke of present) {
        kinds.add(run.overlay.looks[stroke[0]].kind);
        if (!isDrawn(stroke, run, entrant, shapes)) missing.push([i, entrant.title, ...stroke]);
      }
    }
    await key("ArrowRight");
  }
  check("all overlays are drawn", missing.length === 0, JSON.stringify(missing));
  const all = new Set(withOverlays.flatMap(([, { overlay }]) =>
    overlay.looks.map(({ kind }) => kind)));
  checkEqual("of every kind", [...kinds].sort().join(), [...all].sort().join());
  writesAtAxes();
  await switchesOverlays();
}

/** Trails are pale but for their ends; whole where overlays are off. */
async function drawsTails() {
  if (race.tailLengths === null) return;
  const length = race.tailLengths[race.clock];
  await enter("#scrub", String(Math.round(lastOf(race.clock) / 2)));
  const full = areClouds ? 1 : 2;
  const strokesOf = ({ color, width }) => window.drawn.map.shapes.filter((shape) =>
    shape.kind === "stroke" && shape.color === color &&
    Math.abs(shape.width - full * width) < 1e-4);
  const wrong = race.entrants.filter((entrant) => {
    const { tail, runs } = entrant;
    const place = mapPlaces(entrant);
    const [rest, end] = [strokesOf(tail[0]), strokesOf(tail.at(-1))];
    const isAt = (run) => {
      const at = (age) => {
        const entry = entryOf(run, now() - age);
        return place([run.x[entry], run.y[entry]]);
      };
      return end.some(({ points }) =>
        distance(points[0], at(Math.floor(length / 4))) < 1 && distance(points.at(-1), at(0)) < 1);
    };
    // What the tails of many runs leave behind is as thin as trails without tails.
    return rest.length !== (runs === undefined ? 1 : 0) || !runsOf(entrant).every(isAt);
  });
  checkEqual("tails fade", wrong.map(({ title }) => title).join(), "");
  await key("o");
  const faded = race.entrants.flatMap(({ tail }) =>
    [tail[0], tail.at(-1)].flatMap(strokesOf));
  checkEqual("trails do not fade without overlays", faded.length, 0);
  await key("o");
}

async function switchesOverlays() {
  const size = () => window.drawn.map.shapes.length;
  await key("Home");
  await key("ArrowRight");
  const shown = size();
  await key("o");
  const hidden = size();
  const isOff = !find("#overlays").checked;
  check("a key hides overlays", hidden < shown && isOff, `${hidden} of ${shown}`);
  await key("o");
  check("and shows them", size() === shown && find("#overlays").checked, size());
  find("#overlays").click();
  await drawn();
  checkEqual("the switch hides them", size(), hidden);
  find("#overlays").click();
  await drawn();
  checkEqual("and shows them again", size(), shown);
  all("#legend input").forEach((box) => box.click());
  await drawn();
  const without = size();
  await key("o");
  checkEqual("those of hidden entrants are hidden", size(), without);
  await key("o");
  all("#legend input").forEach((box) => box.click());
  await drawn();
}
