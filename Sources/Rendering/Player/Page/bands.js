// What lies between the quartiles of clouds.

/** Of each line, from the widest to the narrowest, in pixels of a chart. There is no place across,
 * and nothing is drawn, where there is no median. */
function quartileBands(chart, clouds, clock) {
  const lines = clouds.flatMap((entrant) =>
    entrant.bands[clock].series[chart.plan.name].map((quartiles) => ({ entrant, quartiles })));
  const bands = lines.map(({ entrant, quartiles: { lower, median, upper } }) => {
    const ordinates = (values) => Array.from(values, (value) => chart.quartile(value));
    const xs = Array.from(entrant.clocks[clock], (time, i) =>
      Number.isNaN(chart.ordinate(median[i], entrant)) ? NaN : chart.plot.across(time));
    const band = { entrant, xs, upper: ordinates(upper), lower: ordinates(lower) };
    const heights = band.lower.map((low, i) => low - band.upper[i])
      .filter((height, i) => !Number.isNaN(xs[i]));
    return { ...band, breadth: heights.reduce((a, b) => a + b, 0) / Math.max(heights.length, 1) };
  });
  return bands.sort((a, b) => b.breadth - a.breadth);
}

/** As far as an entry. */
function drawBand(context, { xs, upper, lower }, entry, color) {
  context.beginPath();
  for (let i = 0; i <= entry; i++) context.lineTo(xs[i], upper[i]);
  for (let i = entry; i >= 0; i--) context.lineTo(xs[i], lower[i]);
  context.closePath();
  context.fillStyle = color;
  context.fill();
}
