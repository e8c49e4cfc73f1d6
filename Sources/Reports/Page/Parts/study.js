// The runs of a study: what each is, and its steps in columns, run after run.

class Study {
  constructor(data, columns) {
    Object.assign(this, data);
    this.packed = data.runs;
    this.columns = columns;
    this.count = this.packed.count;
    for (const name of [
      "problem", "optimizer", "seed", "outcome", "plan", "isBroken", "isBelow", "examples",
      "steps",
    ]) {
      this[name] = columns.wholes(this.packed[name]);
    }
    this.minimum = columns.reals(this.packed.minimum);
    this.value = columns.reals(this.packed.value);
    this.begin = this.begins(columns.wholes(this.packed.entries));
    this.totals = Object.fromEntries(Object.entries(this.packed.totals)
      .map(([query, place]) => [query, columns.wholes(place)]));
    this.cells = this.runsInCells();
    this.untils = new Map();
    this.isTimed = this.packed.seconds !== undefined;
    if (this.isTimed) this.seconds = columns.reals(this.packed.seconds);
    this.lowest = Float64Array.from({ length: this.count }, (_, run) => this.lowestOf(run));
  }

  /** The first entry of each run, and the end of the last. */
  begins(counts) {
    const begins = new Int32Array(counts.length + 1);
    counts.forEach((count, run) => (begins[run + 1] = begins[run] + count));
    return begins;
  }

  /** Runs by problem and optimizer, in their order. */
  runsInCells() {
    const cells = this.problems.map(() => this.optimizers.map(() => []));
    for (let run = 0; run < this.count; run++) {
      cells[this.problem[run]][this.optimizer[run]].push(run);
    }
    return cells;
  }

  lowestOf(run) {
    let lowest = Infinity;
    for (let i = this.begin[run]; i < this.begin[run + 1]; i++) {
      const value = this.value[i];
      if (value < lowest && value > -Infinity) lowest = value;
    }
    return lowest;
  }

  /** Steps, or queries of a kind, until each entry; nothing for what was never asked. */
  until(name) {
    if (!this.untils.has(name)) this.untils.set(name, this.unpackUntil(name));
    return this.untils.get(name);
  }

  unpackUntil(name) {
    const place = name === "steps" ? this.packed["steps until"] : this.packed.until[name];
    if (place === undefined) return null;
    const values = this.columns.wholes(place);
    for (let run = 0; run < this.count; run++) {
      for (let i = this.begin[run] + 1; i < this.begin[run + 1]; i++) values[i] += values[i - 1];
    }
    return values;
  }

  /** A problem's number of variables. */
  dimension(run) {
    return this.problems[this.problem[run]].n;
  }

  /** The least excess of a run; NaN where the minimum is not known. */
  leastExcess(run) {
    return this.lowest[run] - this.minimum[run];
  }

  finalExcess(run) {
    return this.value[this.begin[run + 1] - 1] - this.minimum[run];
  }
}
