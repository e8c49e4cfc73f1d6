// Heads that would cover one another stand apart; as in films.

const spreadingRounds = 24;

/** The places of points that may be moved, none nearer to another than both reach; points at one
 * place fan out around it, in their order. Where several cover what is fixed, they stand around it.
 * null stays null. */
function spreadPoints(points, fixed, reach, stays) {
  const moving = [...points.keys()].filter((i) => points[i] !== null);
  if (moving.length <= 1) return points;
  const places = moving.map((i, order) => {
    // Off by an unseen amount, each in a direction of its own, so that what coincides has one.
    const angle = (2 * Math.PI * order) / moving.length - Math.PI / 2;
    return { x: points[i].x + 1e-3 * Math.cos(angle), y: points[i].y + 1e-3 * Math.sin(angle) };
  });
  const crowded = fixed.filter((spot) => moving.filter((i) =>
    distanceBetween(points[i], spot) < spot.reach + reach).length > 1);
  let hasMoved = false;
  for (let round = 0; round < spreadingRounds; round++) {
    if (!separatePlaces(places, crowded, reach, stays)) break;
    hasMoved = true;
  }
  if (!hasMoved) return points;
  const result = [...points];
  moving.forEach((i, order) => (result[i] = places[order]));
  return result;
}

/** Whether any two were too near. */
function separatePlaces(places, crowded, reach, stays) {
  let hasMoved = false;
  const push = (place, { x, y }, share) => {
    place.x += x * share;
    place.y += y * share;
    hasMoved = true;
  };
  places.forEach((place, i) => {
    for (const other of places.slice(i + 1)) {
      const move = moveApart(place, other, 2 * reach);
      if (move === null) continue;
      push(place, move, -0.5);
      push(other, move, 0.5);
    }
    for (const spot of crowded) {
      const move = moveApart(spot, place, spot.reach + reach);
      if (move !== null) push(place, move, 1);
    }
  });
  if (hasMoved) places.forEach((place, i) => (places[i] = stays(place)));
  return hasMoved;
}

/** The root of a sum of squares, as in films, and not `hypot`, which rounds otherwise. */
function distanceBetween(a, b) {
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

/** What takes `b` as far from `a` as it has to be; null where it is. */
function moveApart(a, b, least) {
  const distance = distanceBetween(a, b);
  if (!(distance < least - 1e-6)) return null;
  if (!(distance > 0)) return { x: least, y: 0 };
  const share = (least - distance) / distance;
  return { x: (b.x - a.x) * share, y: (b.y - a.y) * share };
}
