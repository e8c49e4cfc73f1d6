// Writes down what a page draws: `drawn[id]` holds the texts, shapes and frames on a canvas since it
// was last emptied, in pixels of the style sheet.
(() => {
"use strict";

const prototype = CanvasRenderingContext2D.prototype;
/** The corners of a context's path, of how many pieces it is, and the transform it began with: many
 * corners are too many to ask for each. */
const paths = new WeakMap();
window.drawn = {};

/** Looks at the arguments of a method before it is called. */
function watch(name, look) {
  const method = prototype[name];
  prototype[name] = function (...values) {
    look(this, ...values);
    return method.apply(this, values);
  };
}

function placed({ a, b, c, d, e, f }, x, y) {
  return [(a * x + c * y + e) / devicePixelRatio, (b * x + d * y + f) / devicePixelRatio];
}

function place(context, x, y) {
  return placed(context.getTransform(), x, y);
}

/** Its numbers alone, which are quick to read. */
function matrixOf(context) {
  const { a, b, c, d, e, f } = context.getTransform();
  return { a, b, c, d, e, f };
}

function trace(context, isStart, ...points) {
  const path = paths.get(context);
  if (isStart || path.points.length === 0) path.pieces += 1;
  path.points.push(...points.map(([x, y]) => placed(path.transform, x, y)));
}

function note(context, kind, color) {
  const { lineWidth, canvas } = context;
  const isDashed = context.getLineDash().length > 0;
  const { points, pieces } = paths.get(context);
  drawn[canvas.id]?.shapes.push(
    { kind, color, width: lineWidth, isDashed, points: [...points], pieces });
}

watch("clearRect", ({ canvas }) => (drawn[canvas.id] = { texts: [], shapes: [], frames: [] }));
watch("beginPath", (context) => 
  paths.set(context, { points: [], pieces: 0, transform: matrixOf(context) }));
watch("moveTo", (context, x, y) => trace(context, true, [x, y]));
watch("lineTo", (context, x, y) => trace(context, false, [x, y]));
watch("arc", (context, x, y, r) =>
  trace(context, true, [x - r, y], [x, y - r], [x + r, y], [x, y + r]));
watch("rect", (context, x, y, w, h) =>
  trace(context, true, [x, y], [x + w, y], [x + w, y + h], [x, y + h]));
watch("strokeRect", ({ canvas, strokeStyle: color }, left, top, width, height) =>
  drawn[canvas.id]?.frames.push({ color, left, top, right: left + width, bottom: top + height }));
watch("fill", (context) => note(context, "fill", context.fillStyle));
watch("stroke", (context) => note(context, "stroke", context.strokeStyle));
watch("fillText", (context, text, x, y) => {
  const size = context.measureText(text);
  const [left, right] = [x - size.actualBoundingBoxLeft, x + size.actualBoundingBoxRight];
  const [top, bottom] = [y - size.actualBoundingBoxAscent, y + size.actualBoundingBoxDescent];
  const corners = [place(context, left, top), place(context, right, bottom)];
  const [xs, ys] = [0, 1].map((axis) => corners.map((corner) => corner[axis]));
  drawn[context.canvas.id]?.texts.push({
    text, align: context.textAlign, anchor: place(context, x, y), size: parseFloat(context.font),
    left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys),
  });
});
})();
