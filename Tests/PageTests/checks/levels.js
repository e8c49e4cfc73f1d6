// Whether the colour bar names the levels of the map, beside or below it.

/** The box around what is drawn. */
function boxAround(points) {
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  return {
    left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys),
  };
}

/** What shares of the picture behind the map has each of some colours, about. */
function sharesOf(colors) {
  const image = find("#background");
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const counts = new Map(colors.map((color) => [color, 0]));
  for (let i = 0; i < data.length; i += 4) {
    const digits = [0, 1, 2].map((k) => data[i + k].toString(16).padStart(2, "0"));
    const color = "#" + digits.join("");
    if (counts.has(color)) counts.set(color, counts.get(color) + 1);
  }
  return [...counts.values()].map((count) => (4 * count) / data.length);
}

async function namesLevels() {
  await key("Home");
  if (race.levels === null) {
    check("no levels, no bar", find("#bar").closest(".bar").hidden);
    return;
  }
  const { title, names, colors } = race.levels;
  const { texts, shapes } = window.drawn.bar;
  const bands = shapes.filter(({ kind }) => kind === "fill");
  checkEqual("the bar has the bands' colours",
    bands.map(({ color }) => color).join(), colors.join());
  const shares = sharesOf([...new Set(colors)]);
  check("they are those of the map", sum(shares) > 0.5 && shares.filter((s) => s > 0).length > 2,
    shares.join());
  const boxes = bands.map(({ points }) => boxAround(points));
  const isLying = boxes[0].right - boxes.at(-1).left < 0;
  const [start, end] = isLying ? ["left", "right"] : ["bottom", "top"];
  const edges = boxes.slice(1).map((box, i) => [box[start], boxes[i][end]]);
  check("bands lie on each other", edges.every(([a, b]) => a === b), JSON.stringify(edges));
  check("the bar says what it measures", texts.some(({ text }) => text === title));
  const labels = texts.filter(({ text }) => text !== title);
  const wrong = labels.filter(({ text, anchor }) =>
    Math.abs(anchor[isLying ? 0 : 1] - edges[names.indexOf(text)]?.[0]) > 0.5);
  check("labels name what they are at", wrong.length === 0, JSON.stringify(wrong));
  check("levels have labels", labels.length >= Math.min(names.length, 4), labels.length);
  textsAreApart("bar");
  const area = [find("#map"), find("#bar")].map((canvas) => canvas.getBoundingClientRect());
  const isBeside = isLying ? area[0].bottom <= area[1].top : area[0].right <= area[1].left;
  check("the bar is beside the map", isBeside, JSON.stringify(area));
}
