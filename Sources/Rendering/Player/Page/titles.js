// The words at the axes.

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
  drawUpright(context, yTitle, { x: start + fonts.size - 1, y: (top + bottom) / 2 });
}

/** As long as the canvas has room around its middle. */
function drawUpright(context, title, { x, y }) {
  context.save();
  context.translate(x, y);
  context.rotate(-Math.PI / 2);
  drawFitted(context, title, { x: 0, y: 0 }, 2 * Math.min(y, drawnSize(context).height - y));
  context.restore();
}

/** No longer than `room`: set smaller before it is cut. */
function drawFitted(context, text, { x, y }, room) {
  const share = Math.min(1, Math.max(0.7, room / context.measureText(text).width));
  context.save();
  context.translate(x, y);
  context.scale(share, share);
  context.fillText(shortened(context, text, room / share), 0, 0);
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
