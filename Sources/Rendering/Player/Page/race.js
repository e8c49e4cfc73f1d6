// The race as the file holds it, made ready for drawing.

function decodedNumber(value) {
  if (typeof value === "number") return value;
  return value === "inf" ? Infinity : value === "-inf" ? -Infinity : NaN;
}

function decodedNumbers(values) {
  return Float64Array.from(values, decodedNumber);
}

/** Counts are written as the first and then the differences. */
function decodedCounts(differences) {
  let sum = 0;
  return Float64Array.from(differences, (difference) => (sum += difference));
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

/** Gives a run its columns of numbers. */
function decodeColumns(run, data, race) {
  run.clocks = decodedClocks(data, race);
  run.x = decodedNumbers(data.x);
  run.y = decodedNumbers(data.y);
  run.error = decodedNumbers(data.value);
  run.value = run.error.map((error) => error + (race.minimum ?? 0));
  run.gradientNorm = decodedNumbers(data.gradientNorm);
  run.count = run.x.length;
}

/** An entrant with its one run. */
class Entrant extends Run {
  constructor(data, race) {
    super();
    decodeLook(this, data);
    this.end = data.end;
    this.isBroken = data.isBroken === 1;
    this.owner = this;
    this.runs = [this];
    decodeColumns(this, data, race);
    this.evaluations = decodedCounts(data.evaluations);
    this.rate = decodedNumbers(data.rate ?? []);
    this.tail = data.tail ?? [];
    this.strokes = decodedStrokes(data.overlay, this.count);
  }

  get breaks() {
    return false;
  }

  errors() {
    return this.error;
  }

  /** What the table and the chart tell. */
  facts(clock, entry) {
    const [value, gradientNorm] = [this.value[entry], this.gradientNorm[entry]];
    return { value, gradientNorm, evaluations: String(this.evaluations[entry]) };
  }
}

function decodedRace(data) {
  const race = { ...data };
  race.window = decodedNumbers(data.window);
  race.hasEqualUnits = data.hasEqualUnits === 1;
  race.isGrid = data.isGrid === 1;
  race.areClouds = data.areClouds === 1;
  const kind = race.areClouds ? Cloud : Entrant;
  race.entrants = data.entrants.map((entrant) => new kind(entrant, data));
  race.runs = race.entrants.flatMap(({ runs }) => runs);
  race.starts = startsOf(race);
  race.curve = data.curve && curveThrough(data.curve, race.window, race.runs);
  race.hasOverlays =
    race.tailLengths !== null || data.entrants.some(({ overlay }) => overlay !== undefined);
  race.last = Object.fromEntries(
    data.clocks.map((clock) => {
      const ends = race.entrants.map((entrant) => entrant.clocks[clock].at(-1) ?? 0);
      return [clock, Math.max(0, ...ends)];
    }));
  return race;
}

/** Where runs start; of clouds only a place where all do. */
function startsOf({ runs, areClouds }) {
  const starts = runs.map(({ x, y }) => [x[0], y[0]]);
  if (!areClouds) return starts;
  const [first] = starts;
  return starts.every(([x, y]) => x === first[0] && y === first[1]) ? [first] : [];
}

/** "steps" to "step"; weights have no place in it. */
function unitOf(clock) {
  return clock.split(":")[0].slice(0, -1);
}
