// What is drawn on map and error panel, as the recorder wrote it down.

const theme = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name);
const mean = (numbers) => sum(numbers) / numbers.length;
const middleOf = ({ points }) => [0, 1].map((axis) => mean(points.map((point) => point[axis])));
const outlines = JSON.parse(find("#shapes").textContent);
/** Marks are as much larger than usual as the texts. */
const growth = parseFloat(getComputedStyle(document.body).fontSize) / 13;
/** The place that a head marks: some shapes' corners lie around another. */
function placeOf(entrant, head, size = 12 * growth) {
  const corners = outlines[entrant.shape];
  return middleOf(head).map((middle, axis) =>
    middle - (size / 2000) * mean(corners.filter((_, i) => i % 2 === axis)));
}
const distance = ([x, y], [a, b]) => Math.hypot(x - a, y - b);
const filled = (color) => window.drawn.map.shapes.filter((shape) =>
  shape.kind === "fill" && shape.color === color);

/** The ends of lines from a head that stands beside where its iterate is. */
function endsOfLines(entrant, [x, y]) {
  return window.drawn.map.shapes.filter(({ kind, color, points }) =>
    kind === "stroke" && color === entrant.color && points.length === 2 &&
    distance(points[0], [x, y]) < 1).map(({ points }) => points[1]);
}

/** Where a head says that the iterate is; it may stand a third of its size beside that. */
const saidBy = (entrant, head, size) => {
  const place = placeOf(entrant, head, size);
  return [place, ...endsOfLines(entrant, place)];
};
const headSlack = 4.5 * growth;

const isGrid = race.isGrid === 1;

/** Whether a text is at the ticks of a map's axis. */
function isAtTicks({ align, anchor: [x, y] }, axis, { left, right, top, bottom }) {
  return axis === 0
    ? align === "center" && bottom < y && y < bottom + 22 * growth && left - 1 < x && x < right + 1
    : align === "right" && left - 12 < x && x < left && top - 1 < y && y < bottom + 1;
}

/** Lines in a colour that are neither borders nor lead to names. */
const curvesOf = (color) => window.drawn.map.shapes.filter((shape) =>
  shape.kind !== "fill" && shape.color === color && shape.points.length > 5);

/** Where values lie along an axis of one of the maps, by what is written at it. */
function placement(axis, frame) {
  const ticks = window.drawn.map.texts.filter((text) => isAtTicks(text, axis, frame))
    .map(({ text, anchor }) => [Number(text.replace("−", "-")), anchor[axis]])
    .filter(([value]) => Number.isFinite(value));
  const [[low, start], [high, end]] = [ticks[0], ticks.at(-1)];
  return (value) => start + ((value - low) / (high - low)) * (end - start);
}

/** On an entrant's map; on the first unless given. */
function mapPlaces(entrant = race.entrants[0]) {
  const frame = window.drawn.map.frames[isGrid ? race.entrants.indexOf(entrant) : 0];
  const [across, down] = [0, 1].map((axis) => placement(axis, frame));
  return ([x, y]) => [across(x), down(y)];
}

function isOnMap([x, y]) {
  const [left, right, bottom, top] = race.window;
  return left <= x && x <= right && bottom <= y && y <= top;
}

function hasEqualUnits() {
  if (!race.hasEqualUnits) return;
  const [left, right, bottom, top] = race.window;
  const unequal = window.drawn.map.frames.filter((frame) => {
    const across = (frame.right - frame.left) / (right - left);
    return Math.abs(across / ((frame.bottom - frame.top) / (top - bottom)) - 1) > 0.02;
  });
  check("a unit is as long on both axes", unequal.length === 0, JSON.stringify(unequal));
}

/** All places of note of a kind. */
const placesOf = (kind) => race.landmarks.find((landmark) => landmark.kind === kind).places;

async function marksLandmarks() {
  await key("Home");
  hasEqualUnits();
  const kinds = [
    ["minima", placesOf("minimum"), "ink", 10],
    ["local minima", placesOf("local minimum"), "halo", 10],
    ["saddles", placesOf("saddle"), "ink", 12], ["maxima", placesOf("maximum"), "halo", 3],
  ];
  const maps = isGrid ? race.entrants : race.entrants.slice(0, 1);
  checkEqual("there are so many maps", window.drawn.map.frames.length, maps.length);
  for (const [place, [name, landmarks, color, corners]] of maps.flatMap((entrant) =>
    kinds.map((kind) => [mapPlaces(entrant), kind]))) {
    const seen = filled(theme(color)).filter(({ points }) => points.length === corners)
      .map(middleOf);
    const missing = landmarks.filter(isOnMap).filter((landmark) =>
      !seen.some((point) => distance(point, place(landmark)) < 1));
    check(`${name} are marked`, missing.length === 0, JSON.stringify([missing, seen]));
  }
}

function textsAreApart(id) {
  const { texts } = window.drawn[id];
  const { clientWidth, clientHeight } = find("#" + id);
  const cut = texts.filter(({ left, right, top, bottom }) =>
    left < 0 || right > clientWidth || top < 0 || bottom > clientHeight);
  check(`no text of the ${id} is cut`, cut.length === 0, JSON.stringify(cut));
  const touching = texts.filter((a, i) => texts.slice(i + 1).some((b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
  check(`no texts of the ${id} overlap`, touching.length === 0, JSON.stringify(touching));
}

function writesAtAxes() {
  const clock = find("#clock").value;
  const titles = {
    map: isGrid ? [null, null] : race.axisTitles,
    ...Object.fromEntries(race.charts.map(({ title }, i) => [
      i === 0 ? "chart" : "chart-" + i, [i === race.charts.length - 1 ? clock : null, title],
    ])),
  };
  for (const [id, expected] of Object.entries(titles)) {
    const { texts } = window.drawn[id];
    const missing = expected.filter((title) => title !== null && !texts.some(({ text }) =>
      text === title || text.endsWith("…") && title.startsWith(text.slice(0, -1))));
    check(`the axes of the ${id} have titles`, missing.length === 0, missing.join());
    const ticks = texts.filter(({ text, align }) => align === "right" && text !== "");
    const [x, y] = expected.map((title) => texts.find(({ text }) => text === title));
    check(`the titles of the ${id} are beside the ticks`,
      (y === undefined || ticks.every(({ left }) => y.right < left)) &&
      (x === undefined || ticks.every(({ bottom }) => bottom < x.top)), JSON.stringify([x, y]));
    textsAreApart(id);
  }
}

/** How far a point is from a line through others. */
function distanceToLine([x, y], points) {
  return Math.min(...points.slice(1).map(([endX, endY], i) => {
    const [startX, startY] = points[i];
    const [dx, dy] = [endX - startX, endY - startY];
    const share = ((x - startX) * dx + (y - startY) * dy) / (dx * dx + dy * dy || 1);
    const nearest = Math.min(Math.max(share, 0), 1);
    return distance([x, y], [startX + nearest * dx, startY + nearest * dy]);
  }));
}

/** A function of one variable is a line on which the heads are. */
async function drawsTheCurve() {
  const lines = () => window.drawn.map.shapes.filter(({ kind, color, points }) =>
    kind === "stroke" && color === theme("ink") && points.length > 100);
  await key("Home");
  if (race.curve === null) return checkEqual("no curve", lines().length, 0);
  const [left, right] = race.window;
  const samples = race.curve.map((value, i) =>
    [left + (i / (race.curve.length - 1)) * (right - left), value]);
  const missed = samples.filter((sample, i) => i % 25 === 0 && isOnMap(sample) &&
    distanceToLine(mapPlaces()(sample), lines()[0]?.points ?? []) > 1);
  check("the curve is f", missed.length === 0, JSON.stringify(missed));
  const seen = new Set();
  for (let i = 0; i < 12; i++) {
    const line = lines()[0]?.points ?? [];
    const heads = race.entrants.flatMap((entrant) =>
      filled(entrant.color).map((head) => saidBy(entrant, head)));
    const off = heads.map((places) =>
      Math.min(...places.map((place) => distanceToLine(place, line))));
    check("heads are on the curve", heads.length > 0 && off.every((far) => far < headSlack),
      off.join());
    seen.add(heads.join());
    await key("ArrowRight");
  }
  await key("Home");
  return check("and move along it", seen.size > 6, seen.size);
}
