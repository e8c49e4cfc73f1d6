// The moving ends of the trails on the map.

/** How far the ink of a head goes from its place. */
const headReach = () => measures.marker / 2 + measures.rim + 2;

function nearestWithin({ left, top, right, bottom }, { x, y }, margin) {
  return {
    x: Math.min(Math.max(x, left + margin), right - margin),
    y: Math.min(Math.max(y, top + margin), bottom - margin),
  };
}

/** The part of a segment in an area, as shares of it; null if there is none. */
function shareWithin({ left, top, right, bottom }, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [entry, exit] = [0, 1];
  const sides =
    [[-dx, from.x - left], [dx, right - from.x], [-dy, from.y - top], [dy, bottom - from.y]];
  for (const [slope, distance] of sides) {
    if (slope === 0 && distance < 0) return null;
    if (slope < 0) entry = Math.max(entry, distance / slope);
    if (slope > 0) exit = Math.min(exit, distance / slope);
  }
  return entry <= exit ? { entry, exit } : null;
}

/** Where the line to an entry was last in an area, and its way there; where it never was, the
 * edge's nearest point. */
function exitOf({ xs, ys }, last, place, area) {
  for (let i = last; i > 0; i--) {
    const [from, to] = [i - 1, i].map((entry) => ({ x: xs[entry], y: ys[entry] }));
    const way = { x: to.x - from.x, y: to.y - from.y };
    const share = Number.isNaN(way.x + way.y) ? null : shareWithin(area, from, to);
    if (share === null) continue;
    return { x: from.x + share.exit * way.x, y: from.y + share.exit * way.y, way };
  }
  const tip = nearestWithin(area, place, 0);
  return { ...tip, way: { x: place.x - tip.x, y: place.y - tip.y } };
}

/** A marker; a cross where the run broke off; an arrowhead where a head has left the area. All of
 * it is smaller by a factor. */
function drawHead(context, area, { shape, color }, head, { isBroken, halo, factor }) {
  const [size, rim] = [measures.marker * factor, measures.markerRim * factor];
  if (isBroken) {
    const inside = nearestWithin(area, head, size / 2 + 1);
    drawMarker(context, "cross", inside.x, inside.y, size, color, halo, rim);
  } else if (head.way === undefined) {
    drawMarker(context, shape, head.x, head.y, size, color, halo, rim);
  } else {
    drawArrow(context, color, head, halo, factor);
  }
}

/** Points out of the window. */
function drawArrow(context, color, tip, halo, factor) {
  const distance = Math.hypot(tip.way.x, tip.way.y);
  const [across, down] = [tip.way.x / distance, tip.way.y / distance];
  const length = measures.marker * measures.exit * factor;
  const baseX = tip.x - across * length;
  const baseY = tip.y - down * length;
  const half = length / 2;
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(baseX - down * half, baseY + across * half);
  context.lineTo(baseX + down * half, baseY - across * half);
  context.closePath();
  context.fillStyle = color;
  context.fill();
  context.strokeStyle = halo;
  context.lineWidth = 1.5 * factor;
  context.stroke();
}

/** A ring around what the pointer is near. */
function drawRing(context, x, y, theme) {
  for (const [width, color] of [[4.5, theme.halo], [2, theme.ink]]) {
    context.beginPath();
    context.arc(x, y, 8, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = color;
    context.stroke();
  }
}
