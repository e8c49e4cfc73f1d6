// Lines that the curves of a chart are compared with: start · k^−power · factor^k.

const isLevel = ({ power, factor }) => power === 0 && factor === 1;

/** Time on the wall counts no steps: there only values have lines. */
function drawGuides(context, plot, guides, { clock, theme }) {
  const shown = guides.filter((guide) => clock !== "nanoseconds" || isLevel(guide));
  const lines = shown.map((guide) => guideLine(plot, guide));
  context.save();
  clipTo(context, plot.area);
  context.strokeStyle = theme.muted;
  context.lineWidth = 1;
  context.setLineDash([7, 5]);
  for (const line of lines) {
    context.beginPath();
    for (const { x, y } of line) context.lineTo(x, y);
    context.stroke();
  }
  context.restore();
  shown.forEach(({ label }, i) => writeGuide(context, plot, label, lines[i], i, theme));
}

/** A place for each pixel across. */
function guideLine(plot, guide) {
  const { start, power, factor } = guide;
  const [left, high] = plot.x.domain;
  const low = Math.max(left, power > 0 ? 1 : 0);
  if (!(low < high)) return [];
  const count = isLevel(guide) ? 1 : Math.max(2, Math.floor(plot.area.right - plot.area.left));
  return Array.from({ length: count + 1 }, (_, i) => {
    const k = low * (1 - i / count) + high * (i / count);
    const value = start * (power > 0 ? k ** -power : 1) * factor ** k;
    return { x: plot.across(k), y: plot.down(value) };
  }).filter(({ y }) => !Number.isNaN(y));
}

/** On its line, before the heads at the end, and apart from the names of others. */
function writeGuide(context, plot, label, line, place, theme) {
  const end = line.findLast(({ x, y }) => plot.contains(x, y));
  if (end === undefined) return;
  const across = line[0].x + (0.86 - 0.16 * (place % 4)) * (end.x - line[0].x);
  const { left, right, top, bottom } = plot.area;
  context.font = fonts.tick;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const [halfWidth, halfHeight] = [context.measureText(label).width / 2 + 3, fonts.drop / 2];
  const after = Math.max(line.findIndex(({ x }) => x >= across), 1);
  const [a, b] = [line[after - 1], line[after]];
  const down = a.y + ((across - a.x) / (b.x - a.x)) * (b.y - a.y);
  const x = Math.min(Math.max(across, left + halfWidth + 1), right - halfWidth - 1);
  const y = Math.min(Math.max(down, top + halfHeight + 1), bottom - halfHeight - 1);
  context.fillStyle = theme.paper;
  context.fillRect(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight);
  context.fillStyle = theme.muted;
  context.fillText(label, x, y);
}
