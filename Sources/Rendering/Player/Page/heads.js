// The moving ends of the trails on the map.

const markerSize = 12;
const headReach = markerSize / 2 + 3.5;

function nearestWithin({ left, top, right, bottom }, { x, y }, margin) {
  return {
    x: Math.min(Math.max(x, left + margin), right - margin),
    y: Math.min(Math.max(y, top + margin), bottom - margin),
  };
}

/** A marker; a cross where the run broke off; an arrowhead at the edge for a head outside. */
function drawHead(context, plot, entrant, place, isBroken, halo) {
  const inside = nearestWithin(plot.area, place, markerSize / 2 + 1);
  if (isBroken) {
    drawMarker(context, "cross", inside.x, inside.y, markerSize, entrant.color, halo);
  } else if (plot.contains(place.x, place.y)) {
    drawMarker(context, entrant.shape, place.x, place.y, markerSize, entrant.color, halo);
  } else {
    drawArrow(context, plot, entrant, place, halo);
  }
}

/** Points out of the window. */
function drawArrow(context, plot, entrant, place, halo) {
  const tip = nearestWithin(plot.area, place, 0);
  const across = Math.sign(place.x - tip.x);
  const down = Math.sign(place.y - tip.y);
  const length = (markerSize * 1.2) / Math.hypot(across, down);
  const baseX = tip.x - across * length;
  const baseY = tip.y - down * length;
  const half = length / 2;
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(baseX - down * half, baseY + across * half);
  context.lineTo(baseX + down * half, baseY - across * half);
  context.closePath();
  context.fillStyle = entrant.color;
  context.fill();
  context.strokeStyle = halo;
  context.lineWidth = 1.5;
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
