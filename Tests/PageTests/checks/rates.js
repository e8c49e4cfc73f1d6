// Whether a second chart, of learning rates, is drawn below the first, under the same clock.

const sizes = JSON.parse(document.getElementById("measures").textContent);

/** Where a time and a value lie in a chart, by its frame and its axis. */
function chartPlaces(id, { low, high, isLogarithmic, zeroLabel = null }, clock = race.clock) {
  const [{ left, right, top, bottom }] = window.drawn[id].frames;
  const forward = (value) => (isLogarithmic === 1 ? Math.log10(value) : value);
  // Below an axis with a row for zero, whatever is less than its lowest number lies in that row.
  const foot = zeroLabel === null ? 0 : sizes.axisFoot;
  const height = (value) => zeroLabel !== null && value < low ? sizes.zeroRow
    : foot + ((forward(value) - forward(low)) / (forward(high) - forward(low))) * (1 - foot);
  return (time, value) => [
    left + (time / lastOf(clock)) * (right - left), bottom - height(value) * (bottom - top),
  ];
}

/** The rates that are drawn of an entrant: [time, rate]. */
function ratesOf(entrant) {
  const { low, isLogarithmic } = race.charts[1];
  let time = 0;
  return entrant[race.clock].map((more, i) => [(time += more), entrant.series.rate[0][i]])
    .filter(([, rate]) => typeof rate === "number" && (isLogarithmic === 0 || rate >= low));
}

const linesOf = (id, color) => window.drawn[id].shapes.filter((shape) =>
  shape.kind === "stroke" && shape.color === color && !shape.isDashed);
const cursorOf = (id) => window.drawn[id].shapes.find(({ kind, isDashed }) =>
  kind === "stroke" && isDashed)?.points[0][0];

async function drawsRates() {
  const isShown = find("#chart-1")?.checkVisibility() ?? false;
  if (race.charts.length < 2) return check("no chart of rates", !isShown);
  check("there is a chart of rates", isShown);
  const [upper, lower] = ["#chart", "#chart-1"].map((id) => find(id).getBoundingClientRect());
  check("it is below the errors", upper.bottom <= lower.top && lower.height > 90, lower.height);
  for (const share of [1, 0.5]) {
    await enter("#scrub", String(Math.round(lastOf(race.clock) * share)));
    checkEqual("charts have one cursor", cursorOf("chart-1"), cursorOf("chart"));
    // For the medians of many runs see drawsQuartiles.
    if (areClouds) continue;
    const place = chartPlaces("chart-1", race.charts[1]);
    const wrong = race.entrants.filter((entrant) => {
      const lines = linesOf("chart-1", entrant.color);
      const far = ratesOf(entrant).map(([time, rate]) => [time, Math.min(
        ...lines.map(({ points }) => distanceToLine(place(time, rate), points)))]);
      const [reached, coming] = [true, false].map((isReached) =>
        far.filter(([time]) => time <= now() === isReached).map(([, distance]) => distance));
      return reached.length === 0 || reached.some((far) => !(far < 1)) || isDrawnTo(coming, share);
    });
    checkEqual("rates are drawn as far as now", wrong.map(({ title }) => title).join(), "");
  }
  await switchesRates();
  await choosesTimeByRates();
  return key("Home");
}

/** Whether the last of what is yet to come is there already; a line that jumps back and forth may
 * pass it. */
function isDrawnTo(coming, share) {
  return share < 1 && coming.length > 1 && coming.at(-1) < 3;
}

async function switchesRates() {
  const colors = () => race.entrants.filter(({ color }) => linesOf("chart-1", color).length > 0);
  await key("End");
  const before = colors().length;
  find("#legend input").click();
  await drawn();
  checkEqual("an entrant goes from the rates", colors().length, before - 1);
  find("#legend input").click();
  await drawn();
  checkEqual("and comes back", colors().length, before);
}

async function choosesTimeByRates() {
  await point("#chart-1", "pointermove", 0.6, 0.4);
  check("the chart tells rates", find("#tip").textContent.includes(race.charts[1].title),
    find("#tip").textContent);
  await point("#chart-1", "pointerdown", 0.6, 0.4);
  await point("#chart-1", "pointerup", 0.6, 0.4);
  check("a click on it seeks", now() > 0 && now() < lastOf(race.clock), now());
  await point("#chart-1", "pointerleave", 0, 0);
}
