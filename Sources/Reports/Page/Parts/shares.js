// Shares that grow by steps, as ShareCurve.swift has them, and the curves made of them.

/** Places in groups of as many members each, from `{ times, size }`, infinite ones among them; each
 * group weighs as much as every other. Returns where the share grows, and to what. */
function shareCurve(classes, groupCount) {
  const largest = Math.max(0, ...classes.map(({ size }) => size));
  const parts = classes.map(({ times, size }) => ({ times, weight: largest / size }));
  const reach = reachOf(parts);
  const length = parts.reduce((sum, { times }) => sum + times.length, 0);
  const jumps = reach <= 4 * length ? countedJumps(parts, reach) : sortedJumps(parts, length);
  const total = largest * groupCount;
  let sum = 0;
  const shares = jumps.weights.map((weight) => Math.min(1, (sum += weight) / total));
  return { places: jumps.places, shares };
}

/** The largest finite time; infinite where one is no whole number. */
function reachOf(parts) {
  let reach = 0;
  for (const { times } of parts) {
    for (let i = 0; i < times.length; i++) {
      const time = times[i];
      if (time === Infinity) continue;
      if (time % 1 !== 0) return Infinity;
      if (time > reach) reach = time;
    }
  }
  return reach;
}

/** Where weights come, and how much there: of whole numbers, without sorting them. */
function countedJumps(parts, reach) {
  const sums = new Float64Array(reach + 1);
  for (const { times, weight } of parts) {
    for (let i = 0; i < times.length; i++) if (times[i] < Infinity) sums[times[i]] += weight;
  }
  const places = Float64Array.from(sums.keys()).filter((place) => sums[place] > 0);
  return { places, weights: places.map((place) => sums[place]) };
}

function sortedJumps(parts, length) {
  const sorted = parts.map(({ times, weight }) => ({ times: times.sort(), weight, at: 0 }));
  const [places, weights] = [new Float64Array(length), new Float64Array(length)];
  let count = 0;
  for (;;) {
    let place = Infinity;
    for (const { times, at } of sorted) if (times[at] < place) place = times[at];
    if (place === Infinity) break;
    places[count] = place;
    for (const part of sorted) {
      for (; part.times[part.at] === place; part.at++) weights[count] += part.weight;
    }
    count += 1;
  }
  return { places: places.subarray(0, count), weights: weights.subarray(0, count) };
}

/** How many of ascending numbers are at most a value. */
function countUpTo(values, value) {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The share of the pairs of problem and target that an optimizer has reached, against work. */
function distribution(times, optimizer) {
  const levels = times.levels.length;
  const bySize = new Map();
  for (const problem of times.problems) {
    const runs = times.cell(problem, optimizer);
    if (runs.length === 0) continue;
    if (!bySize.has(runs.length)) bySize.set(runs.length, []);
    bySize.get(runs.length).push(...runs);
  }
  const classes = Array.from(bySize, ([size, runs]) => {
    const all = new Float64Array(runs.length * levels);
    runs.forEach((run, i) =>
      all.set(times.times.subarray(run * levels, (run + 1) * levels), i * levels));
    return { size, times: all };
  });
  return shareCurve(classes, times.problems.length * levels);
}

/** For each optimizer the median time of each pair of problem and target, pair after pair. */
function medianTimes(times) {
  const levels = times.levels.length;
  return times.optimizers.map((optimizer) => {
    const medians = new Float64Array(times.problems.length * levels);
    times.problems.forEach((problem, row) => {
      for (let level = 0; level < levels; level++) {
        medians[row * levels + level] = times.median(problem, optimizer, level);
      }
    });
    return medians;
  });
}

/** Those times over the least of all optimizers; infinite where the target was not reached. */
function performanceRatios(medians) {
  const least = new Float64Array(medians[0]?.length ?? 0).fill(Infinity);
  for (const own of medians) {
    for (let i = 0; i < least.length; i++) if (own[i] < least[i]) least[i] = own[i];
  }
  return medians.map((own) => {
    const ratios = new Float64Array(own.length);
    for (let i = 0; i < ratios.length; i++) {
      ratios[i] = own[i] === Infinity ? Infinity : own[i] === least[i] ? 1 : own[i] / least[i];
    }
    return ratios;
  });
}

/** The curve of numbers of which each is a group. */
function singles(values) {
  return shareCurve([{ times: Float64Array.from(values), size: 1 }], values.length);
}

const dataProfiles = (times) => medianTimes(times).map(singles);
const performanceProfiles = (times) => performanceRatios(medianTimes(times)).map(singles);
