// The words at the axes.

/** What tick labels and titles need below a plot, and left of it beside the labels' width. */
const titleRoom = { below: 42, left: 33 };
/** What tick labels need below a plot without a title there. */
const tickRoom = 22;

/** What the axes are, as far as there is room for the words; null for what is told elsewhere.
    `start` is the left end of the room for the upright one. */
function drawTitles(context, { area }, [xTitle, yTitle], theme, start = 0) {
  const { left, top, right, bottom } = area;
  context.font = fonts.label;
  context.fillStyle = theme.ink;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  if (xTitle !== null) {
    const across = shortened(context, xTitle, right - left);
    context.fillText(across, (left + right) / 2, bottom + titleRoom.below - 7);
  }
  drawUpright(context, yTitle, { x: start + 12, y: (top + bottom) / 2 });
}

/** As long as the canvas has room around its middle: set smaller before it is cut. */
function drawUpright(context, title, { x, y }) {
  const room = 2 * Math.min(y, drawnSize(context).height - y);
  const share = Math.min(1, Math.max(0.7, room / context.measureText(title).width));
  context.save();
  context.translate(x, y);
  context.rotate(-Math.PI / 2);
  context.scale(share, share);
  context.fillText(shortened(context, title, room / share), 0, 0);
  context.restore();
}

/** A text that is no wider than `room`: cut, with an ellipsis, if it must be. */
function shortened(context, text, room) {
  if (context.measureText(text).width <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && context.measureText(letters.join("") + "…").width > room) {
    letters.pop();
  }
  return letters.join("") + "…";
}
