// The graph of a function of one variable.

/** The samples over the window's width and every place of the race, so that heads move along it. */
function curveThrough(samples, [left, right], runs) {
  const values = decodedNumbers(samples);
  const places = Array.from(values, (value, i) => {
    const share = i / (values.length - 1);
    return [left * (1 - share) + right * share, value];
  });
  for (const { x, y } of runs) {
    x.forEach((value, i) => {
      if (Number.isFinite(value)) places.push([value, y[i]]);
    });
  }
  places.sort((a, b) => a[0] - b[0]);
  return { x: places.map((place) => place[0]), y: places.map((place) => place[1]) };
}
