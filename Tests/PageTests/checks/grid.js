// Whether each entrant has a map of its own, under one clock and one zoom.

async function drawsGrid() {
  if (!isGrid) return;
  const { frames } = window.drawn.map;
  const touching = frames.filter((a, i) => frames.slice(i + 1).some((b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
  checkEqual("maps lie beside each other", touching.length, 0);
  const small = frames.filter(({ left, right, top, bottom }) =>
    right - left < 80 || bottom - top < 80);
  check("and are large enough", small.length === 0, JSON.stringify(small));
  const sizes = new Set(frames.map(({ left, right }) => Math.round((right - left) / 2)));
  check("and of one size", sizes.size <= 2, [...sizes].join());
  const nameless = race.entrants.filter(({ title }, i) => !window.drawn.map.texts.some(
    ({ text, anchor: [x, y] }) => isShortOf(text, title) &&
      frames[i].left <= x && x <= frames[i].right && y < frames[i].top && y > frames[i].top - 30));
  checkEqual("each under its name", nameless.map(({ title }) => title).join(), "");
  const zoom = find(".zoom").getBoundingClientRect();
  const { left, top } = find("#map").getBoundingClientRect();
  check("buttons hide no map", frames.every((frame) => zoom.bottom - top < frame.top ||
    zoom.left - left > frame.right), JSON.stringify(zoom));
  for (const share of [0.2, 1]) {
    await enter("#scrub", String(Math.round(lastOf(race.clock) * share)));
    const strange = race.entrants.filter((entrant, i) => !drawsAlone(entrant, i));
    checkEqual("each has its own trail and head", strange.map(({ title }) => title).join(), "");
  }
  await hidesOnItsMap();
  await zoomsAll();
}

function isShortOf(text, title) {
  return text === title || text.endsWith("…") && title.startsWith(text.slice(0, -1));
}

const isWithinFrame = ({ left, right, top, bottom }, [x, y]) =>
  left - 12 < x && x < right + 12 && top - 12 < y && y < bottom + 12;

/** Whether an entrant's head is on its own map alone, where it is now. */
function drawsAlone(entrant, i) {
  if (entrant.runs !== undefined) return drawsCloudAlone(entrant, i);
  const { frames } = window.drawn.map;
  const entry = entryOf(entrant);
  const values = [entrant.x[entry], entrant.y[entry]];
  const place = mapPlaces(entrant);
  const heads = filled(entrant.color).filter(({ points }) =>
    frames.some((frame) => isWithinFrame(frame, middleOf({ points })) &&
      middleOf({ points })[1] > frame.top));
  const isHere = isOnMap(values) && entrant.isBroken === 0;
  const isAlone = heads.every((head) => isWithinFrame(frames[i], middleOf(head)));
  return isAlone && heads.length > 0 &&
    (!isHere || heads.some((head) =>
      saidBy(entrant, head).some((said) => distance(said, place(values)) < headSlack)));
}

/** Where each run's head is see drawsRuns. */
function drawsCloudAlone(entrant, i) {
  const heads = headsOf(entrant);
  return heads.length === entrant.runs.length &&
    heads.every((head) => isWithinFrame(window.drawn.map.frames[i], middleOf(head)));
}

async function hidesOnItsMap() {
  const [{ color, trailColor, runs }] = race.entrants;
  const trails = () => window.drawn.map.shapes.filter((shape) => shape.kind === "stroke" &&
    (runs === undefined ? shape.color === color && shape.width === 2 : shape.color === trailColor))
    .length;
  const before = [trails(), window.drawn.map.frames.length];
  find("#legend input").click();
  await drawn();
  checkEqual("an entrant goes, its map stays", [trails(), window.drawn.map.frames.length].join(),
    [before[0] - (runs?.length ?? 1), before[1]].join());
  find("#legend input").click();
  await drawn();
}

async function zoomsAll() {
  await click("#zoom-in");
  const spans = window.drawn.map.frames.map((frame) => {
    const values = window.drawn.map.texts.filter((text) => isAtTicks(text, 0, frame))
      .map(({ text }) => text);
    return values.join(" ");
  });
  check("all maps show the same part", new Set(spans).size === 1 && spans[0] !== "",
    spans.join("/"));
  await click("#zoom-reset");
}
