// Minima, saddles, maxima and starts, from the lowest mark to the highest.

/** Every kind: its places, shape, size, fill and rim, and what it is called. */
function landmarksOf(race, ink, halo) {
  return race.landmarks.map(({ kind, name, shape, size, isHollow, places }) => ({
    name, shape, places: kind === "start" ? race.starts : places, share: size,
    size: size * measures.marker,
    fill: isHollow ? halo : ink, rim: isHollow ? ink : halo,
  }));
}

/** Those on a plot, where they are on it. */
function spotsOn(plot, race, { ink, halo }) {
  return landmarksOf(race, ink, halo).flatMap(({ places, ...look }) =>
    places.map(([x, y]) => ({ ...look, x: plot.across(x), y: plot.down(y) }))
      .filter(({ x, y }) => plot.contains(x, y)));
}

/** Those at the border of the map stand out whole; those below heads are larger, around them. */
function drawSpots(context, spots, heads) {
  for (const { x, y, shape, size, fill, rim } of spots) {
    const reach = size / 2 + measures.rim + measures.marker / 3;
    const isCovered = heads.some((head) => Math.hypot(head.x - x, head.y - y) < reach);
    drawMarker(context, shape, x, y, isCovered ? size * measures.covered : size, fill, rim);
  }
}
