// What follows from a choice, computed once while it stays.

const shareLevels = [1, 2, 3, 4, 5, 6, 7, 8].map((power) => Number("1e-" + power));

class Choice {
  constructor(study) {
    this.study = study;
    this.state = { ...defaults };
    this.known = new Map();
  }

  /** The value for a key, made anew where the key has changed. */
  once(name, key, make) {
    const known = this.known.get(name);
    if (known?.key === key) return known.value;
    const value = make();
    this.known.set(name, { key, value });
    return value;
  }

  get cost() {
    const { cost, weights } = this.state;
    return cost === "own" ? weights : cost;
  }

  get work() {
    const { axis, unit } = this.state;
    const { cost } = this;
    return this.once("work", [axis, cost, unit].join(), () =>
      new Work(this.study, { axis, cost, unit }));
  }

  /** Where what is read off needs no cost. */
  get steps() {
    return this.once("steps", "", () =>
      new Work(this.study, { axis: "steps", cost: "equal", unit: "plain" }));
  }

  /** The places of the problems that are chosen. */
  get problems() {
    const { q, n, start, without } = this.state;
    return this.once("problems", JSON.stringify([q, n, start, without]), () => {
      const [sizes, starts, families] = [n, start, without].map((list) => new Set(list));
      const word = q.trim().toLowerCase();
      return this.study.problems.flatMap((problem, i) => {
        const isChosen = problem.name.toLowerCase().includes(word)
          && !sizes.has(String(problem.n)) && !starts.has(problem.kind)
          && !families.has(problem.family);
        return isChosen ? [i] : [];
      });
    });
  }

  /** The places of the optimizers that are not hidden. */
  get optimizers() {
    const { hide } = this.state;
    return this.once("optimizers", JSON.stringify(hide), () =>
      this.study.optimizers.flatMap(({ name }, i) => (hide.includes(name) ? [] : [i])));
  }

  /** Levels of a scale unless others are given. */
  usualLevels(scale) {
    const named = { absolute: "usual", found: "more-wild" }[scale];
    return this.study.targets.find(({ name }) => name === named)?.levels ?? shareLevels;
  }

  /** Descending. */
  get levels() {
    const { scale, levels } = this.state;
    return this.once("levels", scale + ":" + levels, () =>
      parsedLevels(levels, this.study.targets) ?? this.usualLevels(scale));
  }

  /** The place of the target of tables. */
  get target() {
    const { levels } = this;
    const place = levels.indexOf(Number(this.state.target));
    return this.state.target !== "" && place >= 0 ? place : Math.floor(levels.length / 2);
  }

  get times() {
    return this.timesOn(this.work, this.state.axis + this.cost + this.state.unit);
  }

  /** Those in steps, for whether a target was reached. */
  get successes() {
    return this.timesOn(this.steps, "steps only");
  }

  timesOn(work, key) {
    const { scale } = this.state;
    const { levels, problems, optimizers } = this;
    return this.once("times " + (work === this.steps), JSON.stringify([key, scale, levels, problems, optimizers]), () =>
      new HittingTimes(this.study, work, { scale, levels }, { problems, optimizers }));
  }

  /** The problem whose excess is shown. */
  get problem() {
    const { problems, study, state } = this;
    return problems.find((i) => study.problems[i].name === state.problem) ?? problems[0];
  }

  /** What stands behind the step of a curve nearest to a place: the problems, targets and runs that
   * are reached there. */
  behind({ places, optimizer }, place, isRatio) {
    const count = countUpTo(places, place);
    const [before, after] = [places[count - 1], places[count]];
    const isAfter = before === undefined || Math.abs(after - place) < Math.abs(before - place);
    const step = isAfter ? after : before;
    if (step === undefined) return [];
    return isRatio ? this.pairsAt(optimizer, step) : this.hitsAt(optimizer, step);
  }

  /** Runs whose time, or the median of whose cell, is the step's. */
  hitsAt(optimizer, step) {
    const { times } = this;
    return times.problems.flatMap((problem) => times.levels.flatMap((level, place) => {
      const runs = times.cell(problem, optimizer);
      const found = this.state.show === "data"
        ? (times.median(problem, optimizer, place) === step ? [null] : [])
        : runs.filter((run) => times.time(run, place) === step);
      return found.map((run) => ({ problem, optimizer, run, target: this.targetText(level, step) }));
    }));
  }

  pairsAt(optimizer, step) {
    const { times } = this;
    const column = times.optimizers.indexOf(optimizer);
    const ratios = performanceRatios(medianTimes(times))[column];
    return Array.from(ratios).flatMap((ratio, i) => {
      if (ratio !== step) return [];
      const level = times.levels[i % times.levels.length];
      const problem = times.problems[Math.floor(i / times.levels.length)];
      const target = `target ${levelText(level)} with ${valueText(ratio, 3)} times the work of the fastest`;
      return [{ problem, optimizer, run: null, target }];
    });
  }

  targetText(level, work) {
    return `target ${levelText(level)} reached at ${valueText(work, 4)} ${this.state.axis}`;
  }
}

/** "1e-2, 1e-4", descending, each once, or the name of a set; null for what is neither. */
function parsedLevels(text, sets) {
  const named = sets.find(({ name }) => name === text.trim());
  if (named !== undefined) return named.levels;
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  const levels = words.map(Number);
  if (levels.length === 0 || !levels.every((level) => level >= 0 && level < Infinity)) return null;
  return [...new Set(levels)].sort((a, b) => b - a);
}
