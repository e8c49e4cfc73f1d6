// Many runs of one optimizer as the file holds them.

function decodedQuartiles(data) {
  return Object.fromEntries(
    ["lower", "median", "upper"].map((name) => [name, decodedNumbers(data[name])]));
}

/** Median and quartiles of what the charts show over a clock, medians of what the table tells, and
 * the times at which runs have converged or broken off. */
function decodedBand(data, minimum) {
  return {
    series: decodedSeries(data.series, decodedQuartiles),
    error: decodedNumbers(data.value),
    value: decodedNumbers(data.value).map((error) => error + minimum),
    gradientNorm: decodedNumbers(data.gradientNorm),
    evaluations: decodedNumbers(data.evaluations),
    converged: decodedCounts(data.converged),
    broken: decodedCounts(data.broken),
  };
}

/** One run, drawn in small. */
class CloudRun extends Run {
  constructor(data, race, owner) {
    super();
    this.owner = owner;
    decodeRun(this, data, race);
  }
}

/** Its entries are places in the bands of a clock. */
class Cloud extends Timed {
  constructor(data, race) {
    super();
    decodeLook(this, data);
    this.bandColor = data.bandColor;
    this.trailColor = data.trailColor;
    this.count = data.count;
    this.clocks = decodedClocks(data, race);
    this.bands = Object.fromEntries(
      race.clocks.map((clock) => [clock, decodedBand(data.bands[clock], race.minimum ?? 0)]));
    this.runs = data.runs.map((run) => new CloudRun(run, race, this));
  }

  get isCloud() {
    return true;
  }

  /** Whether any run breaks off. */
  get breaks() {
    return Object.values(this.bands).some(({ broken }) => broken.length > 0);
  }

  /** The medians of a chart's lines. */
  lines({ name }, clock) {
    return this.bands[clock].series[name].map(({ median }) => median);
  }

  /** What the table and the chart tell. */
  facts(clock, entry) {
    const { value, error, gradientNorm, evaluations } = this.bands[clock];
    return {
      value: value[entry], error: error[entry], gradientNorm: gradientNorm[entry],
      evaluations: valueText(evaluations[entry]),
    };
  }

  /** "312 of 400 converged, 20 broken off". */
  state(clock, now) {
    const { converged, broken } = this.bands[clock];
    const brokenNow = countUntil(broken, now);
    const ends = brokenNow > 0 ? `, ${brokenNow} broken off` : "";
    return `${countUntil(converged, now)} of ${this.count} converged${ends}`;
  }
}
