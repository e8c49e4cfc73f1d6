// Graphs of what is chosen.

const axisTitles = {
  steps: "steps", gradients: "gradients", evaluations: "evaluations", samples: "samples",
  epochs: "epochs", seconds: "seconds",
};
const costTitles = {
  equal: "each query one", "reverse-mode": "in values, gradient 2", "black-box": "in values, gradient n",
};
const unitTitles = {
  plain: "", variables: " / n", "simplex-gradients": " / (n + 1)",
};

class Views {
  constructor(choice) {
    this.choice = choice;
    this.all = {
      excess: () => this.excess(), reached: () => this.reached(), data: () => this.data(),
      performance: () => this.performance(),
    };
  }

  /** Null where it is no graph. */
  view() {
    const make = this.all[this.choice.state.show];
    return make === undefined ? null : make();
  }

  workTitle() {
    const { axis, unit } = this.choice.state;
    const { cost } = this.choice;
    const costs = axis === "evaluations" ? ` (${costTitles[cost] ?? cost})` : "";
    return axisTitles[axis] + unitTitles[unit] + costs;
  }

  /** Over all places of curves, with a row for 0 where it is logarithmic. */
  axis(title, places, isLogarithmic) {
    let [low, high, hasZero] = [Infinity, 0, false];
    for (const list of places) {
      for (const place of list) {
        if (place > high && place < Infinity) high = place;
        if (place > 0 && place < low) low = place;
        if (!(place > 0)) hasZero = true;
      }
    }
    if (!(low < Infinity)) [low, high] = [1, 10];
    if (!isLogarithmic) return { title, low: hasZero ? 0 : Math.min(0, low), high, isLogarithmic };
    if (high / low < 1.001) [low, high] = [low / 2, high * 2];
    return { title, low, high, isLogarithmic, ...(hasZero ? { zeroLabel: "0" } : {}) };
  }

  get isLogarithmic() {
    return this.choice.state.log === "1";
  }

  // MARK: Excess

  excess() {
    const { choice } = this;
    const { study, problem, state } = choice;
    const curves = [];
    if (problem === undefined) return this.nothing();
    for (const optimizer of choice.optimizers) {
      const runs = study.cells[problem][optimizer]
        .map((run) => excessOf(study, choice.work, run, state.kind)).filter((run) => run !== null);
      if (runs.length === 0) continue;
      const { clocks, median, lower, upper } = this.band(runs, problem, optimizer);
      if (state.runs === "1") {
        curves.push(...runs.map(({ run, clocks, values }) =>
          ({ optimizer, run, places: clocks, values })));
      }
      curves.push({
        optimizer, places: clocks, values: median, count: runs.length,
        band: state.bands === "1" && runs.length > 1 ? { lower, upper } : null,
      });
    }
    curves.sort((a, b) => (a.run === undefined) - (b.run === undefined));
    const x = this.axis(this.workTitle(), curves.map(({ places }) => places), this.isLogarithmic);
    const y = this.excessAxis(curves);
    return { curves, x, y, isExcess: true, text: (value) => valueText(value, 3) };
  }

  band(runs, problem, optimizer) {
    const { axis, unit, kind } = this.choice.state;
    const key = [problem, optimizer, axis, this.choice.cost, unit, kind].join();
    return this.choice.once("band " + optimizer, key, () => runBand(runs));
  }

  /** From the least excess to the greatest at the start, within sixteen decades. */
  excessAxis(curves) {
    let [low, high, hasZero] = [Infinity, 0, false];
    const offer = (value) => {
      if (value > 0 && value < low) low = value;
      if (!(value > 0)) hasZero = true;
    };
    for (const { values, band = null } of curves) {
      if (values[0] > high && values[0] < Infinity) high = values[0];
      for (const value of values) offer(value);
      for (const value of band?.lower ?? []) offer(value);
    }
    if (!(low < Infinity)) low = high > 0 ? high / 10 : 1e-3;
    if (!(high > 0)) high = 10 * low;
    const least = Math.max(low, high * 1e-16, 1e-16);
    const title = "excess error f − min f";
    const axis = { title, low: 0.7 * least, high: 1.5 * Math.max(high, least), isLogarithmic: true };
    return hasZero || low < least ? { ...axis, zeroLabel: "0" } : axis;
  }

  // MARK: Shares

  reached() {
    const { times, optimizers } = this.choice;
    const curves = optimizers.map((optimizer) =>
      this.shareCurve(optimizer, distribution(times, optimizer)));
    return this.shares(curves, this.workTitle(), "share of problems × targets reached");
  }

  data() {
    const { times, optimizers } = this.choice;
    const curves = dataProfiles(times).map((curve, i) => this.shareCurve(optimizers[i], curve));
    return this.shares(curves, this.workTitle(), "share of problems × targets solved");
  }

  performance() {
    const { times, optimizers } = this.choice;
    const curves = performanceProfiles(times).map((curve, i) =>
      this.shareCurve(optimizers[i], curve));
    const title = `τ: times the ${axisTitles[this.choice.state.axis]} of the fastest`;
    return { ...this.shares(curves, title, "share solved within τ"), isRatio: true };
  }

  shareCurve(optimizer, { places, shares }) {
    return { optimizer, places, values: shares, before: 0 };
  }

  shares(curves, title, yTitle) {
    const x = this.axis(title, curves.map(({ places }) => places), this.isLogarithmic);
    const y = { title: yTitle, low: 0, high: 1.02, isLogarithmic: false };
    return { curves, x, y, text: (value) => valueText(100 * value, 3) + " %" };
  }

  nothing() {
    return { ...this.shares([], "", ""), isEmpty: true };
  }
}
