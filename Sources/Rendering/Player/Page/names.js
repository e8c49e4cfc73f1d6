// The names of the entrants on the map, beside their heads.

class HeadNames {
  constructor(map) {
    this.map = map;
    this.player = map.player;
    this.placement = new LabelPlacement(this.player.race.entrants.length);
  }

  /** Those on one plot. Clouds have none. */
  draw(context, plot, spots) {
    const { race } = this.player;
    if (race.entrants.every(({ isCloud }) => isCloud)) return;
    const { area } = plot;
    const texts = this.texts(area.right - area.left > 400);
    const anchors = race.entrants.map((entrant, i) =>
      entrant.isCloud || this.map.plotOf(entrant.number) !== plot
        ? null : this.anchor(context, texts[i], entrant, area, this.map.headPlaces));
    const room = {
      left: area.left + 2, top: area.top + 2, right: area.right - 2, bottom: area.bottom - 2,
    };
    const buttons = grownBox(this.player.parts.zooming.box(), 4);
    const marks = spots.map(({ x, y, size }) =>
      boxAround(x, y, size / 2 + measures.rim, size / 2 + measures.rim));
    const taken = [...(race.isGrid ? [] : [buttons]), ...marks, ...this.arrowBoxes(plot)];
    this.write(context, texts, anchors, room, taken);
  }

  /** What is said of each entrant, where there is room for names or not. Clouds have none. */
  texts(isWide) {
    const { race, hasLegend } = this.player;
    const hasNames = hasLegend ? race.hasHeadLabels === 1 && isWide : true;
    return race.entrants.map((entrant) => (entrant.isCloud ? "" : this.name(entrant, hasNames)));
  }

  /** Texts at their anchors, as far as there is room. */
  write(context, texts, anchors, room, taken) {
    const { race, theme } = this.player;
    this.placement.place(anchors, room, headReach(), taken).forEach((box, i) => {
      if (box === null) return;
      drawLeader(context, anchors[i], box, race.entrants[i].color, theme);
      drawName(context, texts[i], box, race.entrants[i].color, theme);
    });
  }

  name(entrant, hasNames) {
    const end = this.player.isBroken(entrant) ? entrant.end : "";
    return hasNames ? entrant.name + (end && ": " + end) : end;
  }

  /** `places` are those of the runs' heads. */
  anchor(context, text, { isShown, number }, area, places) {
    const place = isShown ? places[number] : null;
    if (place === null) return null;
    context.font = fonts.detail;
    const width = text === "" ? 0 : context.measureText(text).width + 8;
    return { ...nearestWithin(area, place, measures.marker / 2 + 1), width, height: fonts.drop };
  }

  arrowBoxes(plot) {
    const boxes = [];
    this.map.eachStroke(plot, (stroke, head) => boxes.push(arrowBox(plot, stroke, head)));
    return boxes.filter((box) => box !== null);
  }
}

/** A line from a head to a name that stands away from it. */
function drawLeader(context, { x, y }, box, color, { halo }) {
  const end = nearestWithin(box, { x, y }, 0);
  if (Math.hypot(end.x - x, end.y - y) <= measures.leader * headReach()) return;
  drawSegment(context, { x, y }, end, color, halo);
}

/** A thin line with a rim. */
function drawSegment(context, from, to, color, halo, size = 0.8 * measures.trail) {
  for (const [width, style] of [[size + 2, halo], [size, color]]) {
    context.lineWidth = width;
    context.strokeStyle = style;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
}

function drawName(context, text, box, color, theme) {
  context.fillStyle = theme.paper;
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.fill();
  context.stroke();
  context.fillStyle = theme.ink;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 0.5);
}
