// How high the surface is: it climbs one step from level to level, as the map's colours do, so that
// a valley is seen below steep walls.

class ReliefLevels {
  constructor(steps, heights) {
    this.steps = steps;
    const known = heights.filter((height) => !Number.isNaN(height));
    [this.lowest, this.highest] = [Infinity, -Infinity];
    for (const height of known) {
      this.lowest = Math.min(this.lowest, height);
      this.highest = Math.max(this.highest, height);
    }
    const [low, high] = [this.climbed(this.lowest), this.climbed(this.highest)];
    [this.low, this.span] = [low, high > low ? high - low : 1];
  }

  /** The number of the band of a height, and its share of that; NaN of NaN. */
  climbed(height) {
    if (Number.isNaN(height)) return NaN;
    const band = bandOf(height, this.steps, 0);
    const low = band === 0 ? this.lowest : this.steps[band - 1];
    const high = band === this.steps.length ? this.highest : this.steps[band];
    return band + (high > low ? (height - low) / (high - low) : 0);
  }

  /** From 0, the lowest in view, to 1. */
  share(climb) {
    return (climb - this.low) / this.span;
  }
}
