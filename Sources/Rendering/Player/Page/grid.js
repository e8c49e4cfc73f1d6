// Small maps in rows and columns, each under a caption.

const smallMaps = { top: 38, caption: 22, left: 12, gap: 10, right: 8 };

/** The areas of so many maps, without the room for tick labels at their left; the grid is the one
 * whose maps are nearest to square and whose last row is not left empty. */
function smallMapAreas(width, height, count) {
  const { top, caption, gap, right } = smallMaps;
  const room = { width: width - right, height: height - top };
  const rowsOf = (columns) => Math.ceil(count / columns);
  const slant = (columns) => {
    const ratio = (room.width / columns) / (room.height / rowsOf(columns));
    return (Math.max(ratio, 1 / ratio) * rowsOf(columns) * columns) / count;
  };
  const choices = Array.from({ length: count }, (_, i) => i + 1);
  const columns = choices.reduce((best, next) => (slant(next) < slant(best) ? next : best));
  const cell = {
    width: (room.width - gap * (columns - 1)) / columns, height: room.height / rowsOf(columns),
  };
  return Array.from({ length: count }, (_, i) => {
    const left = (i % columns) * (cell.width + gap);
    const start = top + Math.floor(i / columns) * cell.height;
    return {
      left: Math.round(left), top: Math.round(start + caption),
      right: Math.round(left + cell.width), bottom: Math.round(start + cell.height - tickRoom),
    };
  });
}

/** Above a map: marker and name. */
function drawCaption(context, { left, top, right }, { name, shape, color, isShown }, theme) {
  context.globalAlpha = isShown ? 1 : 0.5;
  drawMarker(context, shape, left + 7, top - 11, markerSize, color, theme.paper);
  context.font = fonts.label;
  context.fillStyle = theme.ink;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillText(shortened(context, name, right - left - 20), left + 20, top - 10.5);
  context.globalAlpha = 1;
}

/** The area around some. */
function areaAround(areas) {
  return {
    left: Math.min(...areas.map(({ left }) => left)),
    top: Math.min(...areas.map(({ top }) => top)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  };
}
