// Whether all runs of an optimizer are drawn, and medians between quartiles over the clock.

const headSize = (areClouds ? 6 : 12) * growth;

async function drawsRuns() {
  if (!areClouds) return;
  const last = lastOf(race.clock);
  for (const share of [0, 0.1, 0.5, 1]) {
    await enter("#scrub", String(Math.round(last * share)));
    const { shapes } = window.drawn.map;
    for (const entrant of race.entrants) {
      const place = mapPlaces(entrant);
      const heads = headsOf(entrant).map((head) => placeOf(entrant, head, headSize));
      const trails = shapes.filter(({ kind, color }) =>
        kind === "stroke" && color === entrant.trailColor);
      checkEqual(`every run of ${entrant.title} has a head`, heads.length, entrant.runs.length);
      checkEqual("and a trail", trails.length, entrant.runs.length);
      const missing = entrant.runs.filter((run) => {
        const entry = entryOf(run);
        const isHere = isOnMap([run.x[entry], run.y[entry]]) && run.isBroken === 0;
        const [start, now] = [0, entry].map((i) => place([run.x[i], run.y[i]]));
        return isHere && !(heads.some((head) => distance(head, now) < 1) &&
          trails.some(({ points }) => points.length > 0 &&
            distance(points[0], start) < 1 && distance(points.at(-1), now) < 1.5));
      });
      checkEqual("where it is now", missing.length, 0);
    }
  }
  await key("Home");
}

/** An entrant's heads on the maps, without the marker of the caption above its own. */
function headsOf(entrant) {
  return filled(entrant.color).filter((head) => window.drawn.map.frames.some((frame) =>
    isWithinFrame(frame, middleOf(head)) && middleOf(head)[1] > frame.top - 1));
}

/** Times and ordinates of a cloud in a chart's pixels, as far as now. */
function quartilesOf(entrant, clock, id, plan) {
  const place = chartPlaces(id, plan, clock);
  const [{ top }] = window.drawn[id].frames;
  const entry = entryOf(entrant, now(), clock);
  const [quartiles] = entrant.bands[clock].series[plan.name];
  const { low, isLogarithmic, zeroLabel = null } = plan;
  let time = 0;
  const times = entrant[clock].map((more, i) => [(time += more), i]).slice(0, entry + 1)
    // Before the first step there is no rate.
    .filter(([, i]) => plan.isHeight === 1 || typeof quartiles.median[i] === "number");
  const lineOf = (name) => times.map(([time, i]) => {
    const error = quartiles[name][i];
    if (typeof error !== "number") return [place(time, 1)[0], top];
    const isRaised = isLogarithmic === 1 && zeroLabel === null;
    const [x, y] = place(time, isRaised ? Math.max(error, low) : error);
    return [x, Math.max(y, top)];
  });
  return { lower: lineOf("lower"), median: lineOf("median"), upper: lineOf("upper") };
}

async function drawsQuartiles() {
  if (!areClouds) return;
  for (const clock of race.clocks) {
    await enter("#clock", clock, "change");
    for (const share of [0.3, 1]) {
      await enter("#scrub", String(Math.round(lastOf(clock) * share)));
      for (const [i, plan] of race.charts.entries()) {
        const id = i === 0 ? "chart" : "chart-" + i;
        const wrong = race.entrants.filter((entrant) =>
          !hasQuartiles(entrant, clock, id, plan));
        checkEqual(`medians and quartiles of ${plan.name} over ${clock}`,
          wrong.map(({ title }) => title).join(), "");
      }
    }
  }
  await enter("#clock", race.clock, "change");
  await hidesClouds();
}

function hasQuartiles(entrant, clock, id, plan) {
  const { lower, median, upper } = quartilesOf(entrant, clock, id, plan);
  const bands = window.drawn[id].shapes.filter(({ kind, color }) =>
    kind === "fill" && color === entrant.bandColor);
  const [line] = linesOf(id, entrant.color);
  const corners = [...upper, ...lower.reverse()];
  const points = (bands[0]?.points ?? []).filter(([x]) => !Number.isNaN(x));
  return bands.length === 1 && points.length === corners.length && line !== undefined &&
    points.every((point, i) => distance(point, corners[i]) < 0.75) &&
    median.every((point) => distanceToLine(point, line.points) < 0.75) &&
    distance(line.points.at(-1), median.at(-1)) < 1.5;
}

async function hidesClouds() {
  const [{ color, trailColor, bandColor }] = race.entrants;
  const count = () => [...window.drawn.map.shapes, ...window.drawn.chart.shapes].filter((shape) =>
    [color, trailColor, bandColor].includes(shape.color)).length;
  const before = count();
  find("#legend input").click();
  await drawn();
  checkEqual("a cloud goes, but for its caption", count(), isGrid ? 1 : 0);
  find("#legend input").click();
  await drawn();
  checkEqual("and comes back", count(), before);
}

/** How a cloud's runs have ended, in the table's words. */
function endOf({ count, bands }, clock) {
  const { converged, broken } = bands[clock];
  const words = `${converged.length} of ${count} converged`;
  return broken.length > 0 ? `${words}, ${broken.length} broken off` : words;
}
