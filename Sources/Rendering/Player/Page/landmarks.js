// Minima, saddles and starts.

/** Every kind: its places, shape, size, fill and rim, and what it is called. */
function landmarksOf(race, ink, halo) {
  const size = (share) => share * measures.marker;
  return [
    {
      places: race.saddles, shape: "cross", size: size(measures.saddle), fill: ink, rim: halo,
      name: "saddle",
    },
    {
      places: race.localMinima, shape: "star", size: size(measures.localMinimum), fill: halo,
      rim: ink, name: "local minimum",
    },
    {
      places: race.minimizers, shape: "star", size: size(measures.minimum), fill: ink, rim: halo,
      name: race.minimumLabel,
    },
    {
      places: race.starts, shape: "circle", size: size(measures.start), fill: halo, rim: ink,
      name: "start",
    },
  ];
}

/** Those at the border of the map stand out whole. */
function drawLandmarks(context, plot, race, { ink, halo }) {
  for (const { places, shape, size, fill, rim } of landmarksOf(race, ink, halo)) {
    for (const [x, y] of places) {
      const [across, down] = [plot.across(x), plot.down(y)];
      if (plot.contains(across, down)) drawMarker(context, shape, across, down, size, fill, rim);
    }
  }
}
