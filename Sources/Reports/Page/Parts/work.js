// What work is counted in, as WorkAxis.swift and EvaluationCost.swift have it.

/** In this order, for sums are rounded. */
const evaluationKinds = ["values", "gradients", "hessians", "products"];

/** How many values a query counts as, with n variables. */
const costs = {
  equal: () => 1,
  "reverse-mode": (query, n) => ({ values: 1, gradients: 2, products: 4, hessians: 4 * n })[query],
  "black-box": (query, n) =>
    ({ values: 1, gradients: n, products: n, hessians: (n * (n + 1)) / 2 })[query],
};

/** "gradients=2,hessians=10"; null for what is none. */
function parsedWeights(text) {
  const weights = { values: 1, gradients: 1, hessians: 1, products: 1 };
  for (const entry of text.split(",")) {
    const [query, number, ...rest] = entry.trim().split("=");
    const isWhole = /^\d{1,7}$/.test(number ?? "") && Number(number) <= 1e6;
    if (!(query in weights) || !isWhole || rest.length > 0) return null;
    weights[query] = Number(number);
  }
  return Object.values(weights).some((weight) => weight > 0) ? weights : null;
}

/** A cost by its name or as weights. */
function costFunction(text) {
  if (text in costs) return costs[text];
  const weights = parsedWeights(text) ?? parsedWeights("values=1");
  return (query) => weights[query];
}

const divisors = { plain: () => 1, variables: (n) => n, "simplex-gradients": (n) => n + 1 };

/** The work of all runs on an axis: until each entry, in all, and whether it is known. */
class Work {
  constructor(study, { axis, cost, unit }) {
    this.study = study;
    this.cost = costFunction(cost);
    this.divisor = divisors[unit];
    this.isKnown = Uint8Array.from({ length: study.count }, (_, run) =>
      (Work.isKnown(study, axis, run) ? 1 : 0));
    const sources = this.sources(axis);
    const isPlain = unit === "plain" && !["evaluations", "epochs"].includes(axis);
    if (isPlain && sources.length === 1) {
      [this.until, this.spent] = [sources[0].until, sources[0].total];
      return;
    }
    this.until = this.sum(study.value.length, sources.map(({ until, weight }) => ({
      column: until, weight,
    })), (run) => [study.begin[run], study.begin[run + 1]]);
    this.spent = this.sum(study.count, sources.map(({ total, weight }) => ({
      column: total, weight,
    })), (run) => [run, run + 1]);
  }

  /** Whether any run tells an axis. */
  static isOffered(study, axis) {
    for (let run = 0; run < study.count; run++) {
      if (Work.isKnown(study, axis, run)) return true;
    }
    return false;
  }

  static isKnown(study, axis, run) {
    const samples = study.totals.samples?.[run] ?? 0;
    if (axis === "samples") return samples > 0;
    if (axis === "epochs") return samples > 0 && study.examples[run] > 0;
    if (axis === "seconds") return study.isTimed && !Number.isNaN(study.seconds[study.begin[run]]);
    return true;
  }

  /** Columns, and what one of each counts in a run. */
  sources(axis) {
    const { study } = this;
    if (axis === "seconds") {
      if (!study.isTimed) return [];
      return [{ until: study.seconds, total: this.ends(), weight: () => 1 }];
    }
    if (axis === "steps") {
      return [{ until: study.until("steps"), total: study.steps, weight: () => 1 }];
    }
    const kinds = axis === "evaluations" ? evaluationKinds
      : [axis === "epochs" ? "samples" : axis];
    const weight = (query) => (axis === "evaluations"
      ? (run) => this.cost(query, study.dimension(run)) : () => 1);
    if (axis === "epochs") this.share = (run) => study.examples[run];
    return kinds.filter((query) => study.totals[query] !== undefined).map((query) =>
      ({ until: study.until(query), total: study.totals[query], weight: weight(query) }));
  }

  /** The time of the whole run. */
  ends() {
    const { study } = this;
    return Float64Array.from({ length: study.count }, (_, run) =>
      study.seconds[study.begin[run + 1] - 1]);
  }

  sum(length, sources, range) {
    const { study } = this;
    const sums = new Float64Array(length);
    for (let run = 0; run < study.count; run++) {
      const [begin, end] = range(run);
      for (const { column, weight } of sources) {
        const factor = weight(run);
        for (let i = begin; i < end; i++) sums[i] += column[i] * factor;
      }
      const share = this.share?.(run) ?? 1;
      const divisor = this.divisor(study.dimension(run));
      if (share === 1 && divisor === 1) continue;
      for (let i = begin; i < end; i++) sums[i] = sums[i] / share / divisor;
    }
    return sums;
  }
}
