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

class Entrant {
  constructor(data, race) {
    this.title = data.title;
    this.settings = data.settings;
    this.color = data.color;
    this.shape = data.shape;
    this.end = data.end;
    this.isBroken = data.isBroken === 1;
    this.isShown = true;
    this.clocks = Object.fromEntries(
      race.clocks.map((clock) => [clock, decodedCounts(data[clock])]));
    this.evaluations = decodedCounts(data.evaluations);
    this.x = decodedNumbers(data.x);
    this.y = decodedNumbers(data.y);
    this.error = decodedNumbers(data.value);
    this.value = this.error.map((error) => error + (race.minimum ?? 0));
    this.gradientNorm = decodedNumbers(data.gradientNorm);
    this.rate = decodedNumbers(data.rate ?? []);
    this.count = this.x.length;
    this.tail = data.tail ?? [];
    this.strokes = decodedStrokes(data.overlay, this.count);
  }

  /** The entry that the clock has reached; −1 before the first. */
  entry(clock, now) {
    const times = this.clocks[clock];
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle] <= now) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  isFinished(entry) {
    return entry === this.count - 1;
  }
}

function decodedRace(data) {
  const race = { ...data };
  race.window = decodedNumbers(data.window);
  race.entrants = data.entrants.map((entrant) => new Entrant(entrant, data));
  race.curve = data.curve && curveThrough(data.curve, race.window, race.entrants);
  race.hasOverlays =
    race.tailLengths !== null || data.entrants.some(({ overlay }) => overlay !== undefined);
  race.last = Object.fromEntries(
    data.clocks.map((clock) => {
      const ends = race.entrants.map((entrant) => entrant.clocks[clock].at(-1) ?? 0);
      return [clock, Math.max(0, ...ends)];
    }));
  return race;
}

/** "steps" to "step"; weights have no place in it. */
function unitOf(clock) {
  return clock.split(":")[0].slice(0, -1);
}
