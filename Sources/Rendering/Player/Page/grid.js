// Small maps in rows and columns, each under a caption.

const smallMaps = { top: 38, left: 12, gap: 10, right: 8 };

/** The areas of so many maps, without the room for tick labels at their left; the grid is the one
 * whose maps are nearest to square and whose last row is not left empty. */
function smallMapAreas(width, height, count) {
  const { top, gap, right } = smallMaps;
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
      left: Math.round(left), top: Math.round(start + fonts.line),
      right: Math.round(left + cell.width), bottom: Math.round(start + cell.height - fonts.line),
    };
  });
}

/** Above a map: marker and name. */
function drawCaption(context, { left, top, right }, { name, shape, color, isShown }, theme) {
  context.globalAlpha = isShown ? 1 : 0.5;
  const [size, middle] = [measures.marker, top - fonts.line / 2];
  drawMarker(context, shape, left + size / 2 + 1, middle, size, color, theme.paper);
  context.font = fonts.label;
  context.fillStyle = theme.ink;
  context.textAlign = "left";
  context.textBaseline = "middle";
  const start = left + size + 8;
  drawFitted(context, name, { x: start, y: middle + 0.5 }, right - start);
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
