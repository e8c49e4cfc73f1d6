// When each run reached each target, as HittingTimes.swift has it.

/** Of some problems and optimizers; `levels` descend. */
class HittingTimes {
  constructor(study, work, { scale, levels }, { problems, optimizers }) {
    this.study = study;
    this.work = work;
    this.levels = levels;
    this.optimizers = optimizers;
    this.times = new Float64Array(study.count * levels.length).fill(Infinity);
    this.leftOut = { unknownMinimum: 0, unknownWork: 0 };
    this.lowest = scale === "found" ? this.lowestOf(problems) : null;
    this.scale = scale;
    this.runs = new Map();
    this.problems = problems.filter((problem) => this.addProblem(problem));
  }

  /** The lowest value that any run at hand found, by problem. */
  lowestOf(problems) {
    const { study } = this;
    return new Map(problems.map((problem) => [problem, Math.min(
      ...this.optimizers.map((optimizer) =>
        study.cells[problem][optimizer].reduce(
          (lowest, run) => Math.min(lowest, study.lowest[run]), Infinity)))]));
  }

  /** Whether any run of it can be told. */
  addProblem(problem) {
    let isTold = false;
    const hasAxis = this.optimizers.some((optimizer) =>
      this.study.cells[problem][optimizer].some((run) => this.work.isKnown[run] === 1));
    for (const optimizer of this.optimizers) {
      const runs = this.study.cells[problem][optimizer]
        .filter((run) => this.addRun(run, hasAxis));
      this.runs.set(this.key(problem, optimizer), runs);
      isTold ||= runs.length > 0;
    }
    return isTold;
  }

  key(problem, optimizer) {
    return problem * this.study.optimizers.length + optimizer;
  }

  /** The runs of a cell that can be told. */
  cell(problem, optimizer) {
    return this.runs.get(this.key(problem, optimizer));
  }

  /** `hasAxis`: whether any run of the problem tells the axis. */
  addRun(run, hasAxis) {
    const { study, work, levels, times, scale } = this;
    const base = scale === "found" ? this.lowest.get(study.problem[run]) : study.minimum[run];
    if (!Number.isFinite(base)) {
      this.leftOut.unknownMinimum += 1;
      return false;
    }
    const isKnown = work.isKnown[run] === 1;
    // Where others tell the axis, a run that could not make a step is a failure on it.
    if (!isKnown && !(hasAxis && study.steps[run] === 0)) {
      this.leftOut.unknownWork += 1;
      return false;
    }
    const [begin, end] = [study.begin[run], study.begin[run + 1]];
    const factor = scale === "absolute" ? 1 : Math.max(0, study.value[begin] - base);
    let level = 0;
    let goal = levels[0] * factor;
    for (let i = begin; i < end; i++) {
      const excess = study.value[i] - base;
      if (!(excess <= goal && excess > -Infinity)) continue;
      while (level < levels.length && excess <= levels[level] * factor) {
        times[run * levels.length + level] = isKnown ? work.until[i] : 0;
        level += 1;
      }
      if (level === levels.length) break;
      goal = levels[level] * factor;
    }
    return true;
  }

  time(run, level) {
    return this.times[run * this.levels.length + level];
  }

  /** What a target costs: ERT, how many runs reached it, and quartiles of the times in which
   * failures are infinite; null where nothing was run. */
  expected(problem, optimizer, level) {
    const runs = this.cell(problem, optimizer);
    if (runs.length === 0) return null;
    let [spent, reached] = [0, 0];
    for (const run of runs) {
      const time = this.time(run, level);
      if (this.work.isKnown[run] === 1) spent += Math.min(time, this.work.spent[run]);
      if (time < Infinity) reached += 1;
    }
    const sorted = ascending(runs.map((run) => this.time(run, level)));
    return {
      value: reached === 0 ? Infinity : spent / reached, reached, total: runs.length,
      quartiles: [0.25, 0.5, 0.75].map((p) => quantile(sorted, p)),
    };
  }

  /** The median time of a cell; infinite where nothing was run. */
  median(problem, optimizer, level) {
    const runs = this.cell(problem, optimizer);
    if (runs.length === 0) return Infinity;
    const [count, levels] = [runs.length, this.levels.length];
    const sorted = count === this.sorted?.length ? this.sorted : new Float64Array(count);
    this.sorted = sorted;
    for (let i = 0; i < count; i++) sorted[i] = this.times[runs[i] * levels + level];
    if (count > 40) sorted.sort();
    else sortFew(sorted);
    return quantile(sorted, 0.5);
  }
}

/** Faster for a few numbers, of which there are many here. */
function sortFew(values) {
  for (let i = 1; i < values.length; i++) {
    const value = values[i];
    let at = i;
    for (; at > 0 && values[at - 1] > value; at--) values[at] = values[at - 1];
    values[at] = value;
  }
}
