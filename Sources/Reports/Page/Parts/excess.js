// Excess against work, as ExcessKind.swift and RunBand.swift have it.

/** What a run tells along the way: where its work changes, and its excess there; null where it
 * cannot be told. */
function excessOf(study, work, run, kind) {
  const [begin, end] = [study.begin[run], study.begin[run + 1]];
  const minimum = study.minimum[run];
  if (Number.isNaN(minimum) || work.isKnown[run] === 0 || begin === end) return null;
  const values = study.value.slice(begin, end).map((value) => value - minimum);
  if (kind === "best") {
    let lowest = Infinity;
    values.forEach((value, i) => {
      if (Number.isFinite(value) && value < lowest) lowest = value;
      values[i] = lowest;
    });
  }
  const isBroken = kind === "current" && study.isBroken[run] === 1;
  return { run, clocks: work.until.subarray(begin, end), values, isBroken };
}

const mostPlaces = 2000;

/** Median and quartiles of runs, where one that has ended keeps its last value, and one that has
 * broken off is infinite from then on. */
function runBand(runs) {
  const clocks = thinned(runs.length === 1 ? distinct(runs[0].clocks)
    : distinct(ascending(runs.flatMap(({ clocks }) => Array.from(clocks)))));
  const cursors = runs.map(() => 0);
  const band = { clocks, lower: [], median: [], upper: [] };
  const values = new Float64Array(runs.length);
  for (const clock of clocks) {
    runs.forEach((run, i) => {
      values[i] = valueAt(run, clock, (cursors[i] = cursorAt(run, clock, cursors[i])));
    });
    values.sort();
    band.lower.push(quantile(values, 0.25));
    band.median.push(quantile(values, 0.5));
    band.upper.push(quantile(values, 0.75));
  }
  return band;
}

function distinct(sorted) {
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}

function thinned(all) {
  if (all.length <= mostPlaces) return all;
  return Float64Array.from({ length: mostPlaces }, (_, i) =>
    all[Math.floor((i * (all.length - 1)) / (mostPlaces - 1))]);
}

function cursorAt({ clocks }, clock, cursor) {
  while (cursor + 1 < clocks.length && clocks[cursor + 1] <= clock) cursor += 1;
  return cursor;
}

function valueAt({ clocks, values, isBroken }, clock, cursor) {
  const isOver = isBroken && cursor === clocks.length - 1 && clock >= clocks[cursor];
  return isOver || Number.isNaN(values[cursor]) ? Infinity : values[cursor];
}
