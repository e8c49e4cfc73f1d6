// The race as the file holds it, made ready for drawing.

function decodedNumber(value) {
  if (typeof value === "number") return value;
  return value === "inf" ? Infinity : value === "-inf" ? -Infinity : NaN;
}

/** Loops: of thousands of numbers at each answer an iterator would take most of the time. */
function decodedNumbers(values) {
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) numbers[i] = decodedNumber(values[i]);
  return numbers;
}

/** Counts are written as the first and then the differences. */
function decodedCounts(differences) {
  const counts = new Float64Array(differences.length);
  let sum = 0;
  for (let i = 0; i < counts.length; i++) counts[i] = sum += differences[i];
  return counts;
}

function decodedClocks(data, race) {
  return Object.fromEntries(race.clocks.map((clock) => [clock, decodedCounts(data[clock])]));
}

/** How many of some ascending times are reached. */
function countUntil(times, now) {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gives a run its columns of numbers, its end and its overlays. */
function decodeRun(run, data, race) {
  run.clocks = decodedClocks(data, race);
  run.x = decodedNumbers(data.x);
  run.y = decodedNumbers(data.y);
  run.error = decodedNumbers(data.value);
  run.value = run.error.map((error) => error + (race.minimum ?? 0));
  run.gradientNorm = decodedNumbers(data.gradientNorm);
  run.planeValue = decodedNumbers(data.planeValue ?? []).map((error) => error + (race.minimum ?? 0));
  run.planeDistance = decodedNumbers(data.planeDistance ?? []);
  run.count = run.x.length;
  run.isBroken = data.isBroken === 1;
  run.strokes = decodedStrokes(data.overlay, run.count);
}

/** An entrant with its one run. */
class Entrant extends Run {
  constructor(data, race) {
    super();
    decodeLook(this, data);
    this.end = data.end;
    this.owner = this;
    this.runs = [this];
    decodeRun(this, data, race);
    this.evaluations = decodedCounts(data.evaluations);
    this.series = decodedSeries(data.series, decodedNumbers);
  }

  get isCloud() {
    return false;
  }

  get breaks() {
    return false;
  }

  /** The numbers of a chart's lines. */
  lines({ name, column }) {
    return column === null ? this.series[name] : [this[column]];
  }

  /** What the table and the chart tell. */
  facts(clock, entry) {
    const [value, gradientNorm] = [this.value[entry], this.gradientNorm[entry]];
    return { value, error: this.error[entry], gradientNorm, evaluations: String(this.evaluations[entry]) };
  }
}

/** The lines of each quantity. */
function decodedSeries(series = {}, decoded) {
  return Object.fromEntries(
    Object.entries(series).map(([name, lines]) => [name, lines.map(decoded)]));
}

/** The first moment at which a chart has something. */
function firstOf({ charts, entrants }, clock) {
  const moments = charts.flatMap((plan) => entrants.flatMap((entrant) =>
    entrant.lines(plan, clock).map((values) =>
      entrant.clocks[clock][values.findIndex(Number.isFinite)] ?? Infinity)));
  const first = Math.min(...moments);
  return Number.isFinite(first) ? first : 0;
}

function decodedRace(data) {
  const race = { ...data };
  race.window = decodedNumbers(data.window);
  race.hasEqualUnits = data.hasEqualUnits === 1;
  race.isGrid = data.isGrid === 1;
  race.entrants = data.entrants.map((entrant) =>
    entrant.runs === undefined ? new Entrant(entrant, data) : new Cloud(entrant, data));
  race.runs = race.entrants.flatMap(({ runs }) => runs);
  race.entrants.forEach((entrant, index) => (entrant.index = index));
  race.runs.forEach((run, number) => (run.number = number));
  race.starts = startsOf(race);
  race.said = new Map(data.said.map(({ at, text }) => [at, text]));
  race.curve = data.curve && curveThrough(data.curve, race.window, race.runs);
  race.hasOverlays =
    race.tailLengths !== null || race.runs.some(({ strokes }) =>
      strokes.some((present) => present.length > 0));
  race.first = Object.fromEntries(data.clocks.map((clock) => [clock, firstOf(race, clock)]));
  race.last = Object.fromEntries(
    data.clocks.map((clock) => {
      const ends = race.entrants.map((entrant) => entrant.clocks[clock].at(-1) ?? 0);
      return [clock, Math.max(0, ...ends)];
    }));
  return race;
}

/** Where entrants start, each place once; of clouds only a place where all runs do. */
function startsOf({ entrants }) {
  const starts = entrants.flatMap(({ runs: [first, ...others] }) =>
    others.every(({ x, y }) => x[0] === first.x[0] && y[0] === first.y[0])
      ? [[first.x[0], first.y[0]]] : []);
  return starts.filter(([x, y], i) =>
    starts.findIndex((start) => start[0] === x && start[1] === y) === i);
}

/** "steps" to "step"; weights have no place in it. */
function unitOf(clock) {
  return clock.split(":")[0].slice(0, -1);
}
