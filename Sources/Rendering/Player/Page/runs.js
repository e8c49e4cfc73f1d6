// What entrants and runs have in common.

/** What the table says of an entrant, and how it is drawn. */
function decodeLook(entrant, { title, name, settings, color, lineColors = [color], shape, tail = [] }) {
  Object.assign(entrant, { title, name, settings, color, lineColors, shape, tail, isShown: true });
}

/** Something with entries over each clock. */
class Timed {
  /** The entry that the clock has reached; −1 before the first. */
  entry(clock, now) {
    return countUntil(this.clocks[clock], now) - 1;
  }
}

/** Of `count` entries. */
class Run extends Timed {
  isFinished(entry) {
    return entry === this.count - 1;
  }
}
