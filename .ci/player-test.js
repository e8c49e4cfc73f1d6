// Uses a page's controls as a reader would; the value is a promise of what was seen, a line a check.
(() => {
"use strict";

const find = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const race = JSON.parse(find("#race").textContent);
const littleMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
/** Until what was asked for is drawn. */
const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

const results = [];
function check(name, isSo, seen = "") {
  results.push(isSo ? `ok ${name}` : `FAILED ${name}: ${seen}`);
}
function checkEqual(name, seen, expected) {
  check(name, seen === expected, `${seen} instead of ${expected}`);
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const lastOf = (clock) => Math.max(...race.entrants.map((entrant) => sum(entrant[clock])));
const unitOf = (clock) => clock.split(":")[0].slice(0, -1);
const time = () => find("#time").textContent;
const now = () => Number(time().split(" ")[1]);
const picture = (id) => find(id).toDataURL();

async function key(name, options = {}, target = document.body) {
  target.dispatchEvent(
    new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...options }));
  await drawn();
}
async function click(selector) {
  find(selector).click();
  await drawn();
}
async function enter(selector, value, event = "input") {
  find(selector).value = value;
  find(selector).dispatchEvent(new Event(event, { bubbles: true }));
  await drawn();
}
/** A pointer's event at shares of a canvas. */
function send(selector, type, across, down, options = {}) {
  const box = find(selector).getBoundingClientRect();
  const place = { clientX: box.left + across * box.width, clientY: box.top + down * box.height };
  const all = { bubbles: true, cancelable: true, pointerId: 1, ...place, ...options };
  const kind = type === "wheel" ? WheelEvent : PointerEvent;
  find(selector).dispatchEvent(new kind(type, all));
}
async function point(...event) {
  send(...event);
  await drawn();
}

async function startsPaused() {
  await pause(400);
  checkEqual("starts paused", time(), `${unitOf(race.clock)} 0 of ${lastOf(race.clock)}`);
  checkEqual("the button plays", find("#play").getAttribute("aria-label"), "Play");
}

async function goesHome() {
  await key("Home");
  checkEqual("Home is 0", now(), 0);
}

async function stepsAndJumps() {
  await key("ArrowRight");
  const one = now();
  check("an arrow steps", one > 0, one);
  await key("ArrowRight");
  await key("ArrowLeft");
  checkEqual("an arrow steps back", now(), one);
  await key("End");
  checkEqual("End is the end", now(), lastOf(race.clock));
  await key("Home");
  checkEqual("Home is the start", now(), 0);
  await click("#forward");
  checkEqual("a button steps", now(), one);
  await enter("#scrub", "3");
  checkEqual("the slider scrubs", now(), 3);
  await key("ArrowRight", {}, find("#scrub"));
  check("the slider's arrows step once", now() === 4, now());
}

async function plays() {
  await key("Home");
  await enter("#speed", "0");
  await key(" ");
  checkEqual("the button pauses", find("#play").getAttribute("aria-label"), "Pause");
  const seen = new Set();
  for (let i = 0; i < 60; i++) {
    seen.add(now());
    await pause(20);
  }
  const expected = littleMotion ? seen.size <= 4 : seen.size >= 10;
  check("motion is as the reader likes it", seen.size > 1 && expected, `${seen.size} stills`);
  await key(" ");
  const stopped = now();
  await pause(700);
  checkEqual("space pauses", now(), stopped);
  await enter("#speed", "1");
  checkEqual("the fastest", find("#speed-text").textContent, "10×");
  await click("#play");
  await pause(4000);
  checkEqual("plays to the end", now(), lastOf(race.clock));
  checkEqual("and stops there", find("#play").getAttribute("aria-label"), "Play");
  await enter("#speed", "-1");
  checkEqual("the slowest", find("#speed-text").textContent, "0.1×");
  await key("]");
  checkEqual("a key changes the speed", find("#speed-text").textContent, "0.13×");
}

async function tellsHowRunsEnd() {
  await key("End");
  const states = all("td.state").map((cell) => cell.textContent);
  checkEqual("ends", states.join(), race.entrants.map((entrant) => entrant.end).join());
  const texts = all("#legend td.number").map((cell) => cell.textContent);
  check("numbers", texts.every((text) => text !== ""), texts.join());
  const counts = all("#legend td:nth-child(4)").map((cell) => cell.textContent);
  const expected = race.entrants.map((entrant) => sum(entrant.evaluations));
  checkEqual("evaluations without weights", counts.join(), expected.join());
}

// What is drawn, as the recorder wrote it down.

const theme = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name);
const mean = (numbers) => sum(numbers) / numbers.length;
const middleOf = ({ points }) => [0, 1].map((axis) => mean(points.map((point) => point[axis])));
const outlines = JSON.parse(find("#shapes").textContent);
/** The place that a head marks: some shapes' corners lie around another. */
function placeOf(entrant, head) {
  const corners = outlines[entrant.shape];
  return middleOf(head).map((middle, axis) =>
    middle - 0.006 * mean(corners.filter((_, i) => i % 2 === axis)));
}
const distance = ([x, y], [a, b]) => Math.hypot(x - a, y - b);
const filled = (color) => window.drawn.map.shapes.filter((shape) =>
  shape.kind === "fill" && shape.color === color);

/** Where values lie along an axis of the map, by what is written at it. */
function placement(align, axis) {
  const ticks = window.drawn.map.texts.filter((text) => text.align === align)
    .map(({ text, anchor }) => [Number(text.replace("−", "-")), anchor[axis]])
    .filter(([value]) => Number.isFinite(value));
  const [[low, start], [high, end]] = [ticks[0], ticks.at(-1)];
  return (value) => start + ((value - low) / (high - low)) * (end - start);
}

function mapPlaces() {
  const [across, down] = [placement("center", 0), placement("right", 1)];
  return ([x, y]) => [across(x), down(y)];
}

function isOnMap([x, y]) {
  const [left, right, bottom, top] = race.window;
  return left <= x && x <= right && bottom <= y && y <= top;
}

async function marksLandmarks() {
  await key("Home");
  const place = mapPlaces();
  const kinds = [
    ["minima", race.minimizers, "ink", 10], ["local minima", race.localMinima, "halo", 10],
    ["saddles", race.saddles, "ink", 12],
  ];
  for (const [name, landmarks, color, corners] of kinds) {
    const seen = filled(theme(color)).filter(({ points }) => points.length === corners)
      .map(middleOf);
    const missing = landmarks.filter(isOnMap).filter((landmark) =>
      !seen.some((point) => distance(point, place(landmark)) < 1));
    check(`${name} are marked`, missing.length === 0, JSON.stringify([missing, seen]));
  }
}

function writesAtAxes() {
  const titles = {
    map: race.axisTitles, chart: [find("#clock").value, race.errors.title],
  };
  for (const [id, expected] of Object.entries(titles)) {
    const { texts } = window.drawn[id];
    const missing = expected.filter((title) => !texts.some(({ text }) =>
      text === title || text.endsWith("…") && title.startsWith(text.slice(0, -1))));
    check(`the axes of the ${id} have titles`, missing.length === 0, missing.join());
    const { clientWidth, clientHeight } = find("#" + id);
    const cut = texts.filter(({ left, right, top, bottom }) =>
      left < 0 || right > clientWidth || top < 0 || bottom > clientHeight);
    const ticks = texts.filter(({ text, align }) => align === "right" && text !== "");
    const [x, y] = expected.map((title) => texts.find(({ text }) => text === title));
    check(`the titles of the ${id} are beside the ticks`,
      (y === undefined || ticks.every(({ left }) => y.right < left)) &&
      (x === undefined || ticks.every(({ bottom }) => bottom < x.top)), JSON.stringify([x, y]));
    check(`no text of the ${id} is cut`, cut.length === 0, JSON.stringify(cut));
    const touching = texts.filter((a, i) => texts.slice(i + 1).some((b) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
    check(`no texts of the ${id} overlap`, touching.length === 0, JSON.stringify(touching));
  }
}

/** How far a point is from a line through others. */
function distanceToLine([x, y], points) {
  return Math.min(...points.slice(1).map(([endX, endY], i) => {
    const [startX, startY] = points[i];
    const [dx, dy] = [endX - startX, endY - startY];
    const share = ((x - startX) * dx + (y - startY) * dy) / (dx * dx + dy * dy || 1);
    const nearest = Math.min(Math.max(share, 0), 1);
    return distance([x, y], [startX + nearest * dx, startY + nearest * dy]);
  }));
}

/** A function of one variable is a line on which the heads are. */
async function drawsTheCurve() {
  const lines = () => window.drawn.map.shapes.filter(({ kind, color, points }) =>
    kind === "stroke" && color === theme("ink") && points.length > 100);
  await key("Home");
  if (race.curve === null) return checkEqual("no curve", lines().length, 0);
  const [left, right] = race.window;
  const samples = race.curve.map((value, i) =>
    [left + (i / (race.curve.length - 1)) * (right - left), value]);
  const missed = samples.filter((sample, i) => i % 25 === 0 && isOnMap(sample) &&
    distanceToLine(mapPlaces()(sample), lines()[0]?.points ?? []) > 1);
  check("the curve is f", missed.length === 0, JSON.stringify(missed));
  const seen = new Set();
  for (let i = 0; i < 12; i++) {
    const line = lines()[0]?.points ?? [];
    const heads = race.entrants.flatMap((entrant) =>
      filled(entrant.color).map((head) => placeOf(entrant, head)));
    const off = heads.map((head) => distanceToLine(head, line));
    check("heads are on the curve", heads.length > 0 && off.every((far) => far < 1), off.join());
    seen.add(heads.join());
    await key("ArrowRight");
  }
  await key("Home");
  return check("and move along it", seen.size > 6, seen.size);
}

/** The entry that an entrant has reached. */
function entryOf(entrant) {
  let count = 0;
  return entrant[race.clock].filter((more) => (count += more) <= now()).length - 1;
}

/** Whether a stroke that the file holds is among the shapes that were drawn. */
function isDrawn([look, , , ...numbers], { looks }, entrant, shapes) {
  const { kind, color, isDashed } = looks[look];
  const place = mapPlaces();
  const entry = entryOf(entrant);
  const head = [entrant.x[entry], entrant.y[entry]];
  const from = (values, i) => place([values[i], values[i + 1]]);
  const beside = (across, up) => place([head[0] + across * numbers[0], head[1] + up * numbers[1]]);
  const holds = (shape, ...points) => points.every((point) =>
    shape.points.some((corner) => distance(corner, point) < 0.75));
  const pieces = kind === "hyperbola" ? 2 : 1;
  const lines = shapes.filter((shape) =>
    shape.kind === "stroke" && shape.color === color && shape.pieces === pieces);
  const dashed = lines.filter((shape) => shape.isDashed === (isDashed === 1));
  const filled = shapes.filter((shape) => shape.kind === "fill" && shape.color === color);
  if (kind === "arrow" || kind === "openArrow") {
    if (distance(beside(1, 1), place(head)) < 2) return true;
    const heads = kind === "arrow" ? filled : lines;
    return dashed.some((line) => holds(line, place(head))) &&
      heads.some((corners) => corners.points.length === 3 && holds(corners, beside(1, 1)));
  }
  if (kind === "box") {
    return dashed.some((line) =>
      line.points.length === 5 && holds(line, beside(-1, -1), beside(1, 1)));
  }
  if (kind === "segment") {
    return lines.some((line) => holds(line, from(numbers, 0), from(numbers, 2)));
  }
  if (kind === "dot") {
    return lines.some((ring) => ring.points.length === 25 &&
      ring.points.every((point) => Math.abs(distance(point, from(numbers, 0)) - 3.6) < 0.75));
  }
  if (kind === "plus") {
    return filled.some((shape) => distance(middleOf(shape), from(numbers, 0)) < 0.75);
  }
  return dashed.some((line) => line.points.length > 150 && liesOn(line, kind, numbers, place));
}

/** Whether the points of an ellipse or hyperbola, where they are on the map, are on a line. */
function liesOn({ points }, kind, [x, y, a, b, c, d], place) {
  const samples = Array.from({ length: 40 }, (_, i) => {
    const t = (2 * Math.PI * i) / 40;
    const [u, v] = kind === "ellipse"
      ? [Math.cos(t), Math.sin(t)] : [Math.cosh(t - Math.PI), Math.sinh(t - Math.PI)];
    return [x + u * a + v * c, y + u * b + v * d];
  });
  return samples.filter(isOnMap).every((sample) => distanceToLine(place(sample), points) < 1.5);
}

async function drawsOverlays() {
  const entrants = race.entrants.filter(({ overlay }) => overlay !== undefined);
  const label = find("#overlays").closest("label");
  if (entrants.length === 0) {
    const before = picture("#map");
    await key("o");
    check("no overlays", picture("#map") === before);
    checkEqual("and no switch", getComputedStyle(label).display, "none");
    return;
  }
  check("overlays have a switch", getComputedStyle(label).display !== "none");
  check("they are on at first", find("#overlays").checked);
  await key("Home");
  const missing = [];
  const kinds = new Set();
  for (let i = 0; i < 12; i++) {
    const { shapes } = window.drawn.map;
    for (const entrant of entrants) {
      const { overlay } = entrant;
      const present = overlay.strokes.filter(([, first, count]) =>
        first <= entryOf(entrant) && entryOf(entrant) < first + count);
      for (const stroke of present) {
        kinds.add(overlay.looks[stroke[0]].kind);
        if (!isDrawn(stroke, overlay, entrant, shapes)) missing.push([i, entrant.title, ...stroke]);
      }
    }
    await key("ArrowRight");
  }
  check("all overlays are drawn", missing.length === 0, JSON.stringify(missing));
  const all = new Set(entrants.flatMap(({ overlay }) => overlay.looks.map(({ kind }) => kind)));
  checkEqual("of every kind", [...kinds].sort().join(), [...all].sort().join());
  writesAtAxes();
  await switchesOverlays();
}

async function switchesOverlays() {
  const size = () => window.drawn.map.shapes.length;
  await key("Home");
  await key("ArrowRight");
  const shown = size();
  await key("o");
  const hidden = size();
  const isOff = !find("#overlays").checked;
  check("a key hides overlays", hidden < shown && isOff, `${hidden} of ${shown}`);
  await key("o");
  check("and shows them", size() === shown && find("#overlays").checked, size());
  find("#overlays").click();
  await drawn();
  checkEqual("the switch hides them", size(), hidden);
  find("#overlays").click();
  await drawn();
  checkEqual("and shows them again", size(), shown);
  all("#legend input").forEach((box) => box.click());
  await drawn();
  const without = size();
  await key("o");
  checkEqual("those of hidden entrants are hidden", size(), without);
  await key("o");
  all("#legend input").forEach((box) => box.click());
  await drawn();
}

async function changesTheClock() {
  for (const clock of race.clocks) {
    await enter("#clock", clock, "change");
    const last = lastOf(clock);
    checkEqual(`the clock of ${clock}`, time(), `${unitOf(clock)} ${last} of ${last}`);
  }
  await enter("#clock", race.clock, "change");
}

async function switchesEntrants() {
  await key("End");
  const [map, chart] = [picture("#map"), picture("#chart")];
  find("#legend input").click();
  await drawn();
  check("an entrant goes from the map", picture("#map") !== map);
  check("and from the chart", picture("#chart") !== chart);
  check("its row is paler", find("#legend tbody tr").classList.contains("is-off"));
  find("#legend input").click();
  await drawn();
  check("an entrant comes back", picture("#map") === map && picture("#chart") === chart);
}

async function tellsNumbers() {
  await key("End");
  for (let i = 0; i < 1600 && find("#tip").hidden; i++) {
    send("#map", "pointermove", Math.floor(i / 40) / 40, (i % 40) / 40);
  }
  const text = find("#tip").textContent;
  check("a trail tells its numbers", text.includes("f") && text.includes("‖∇f‖"), text);
  await point("#map", "pointerleave", 0, 0);
  check("the tip goes", find("#tip").hidden);
  await point("#chart", "pointermove", 0.6, 0.4);
  const titles = all("#tip b").map((title) => title.textContent);
  const expected = race.entrants.map((entrant) => entrant.title);
  checkEqual("the chart tells all", titles.join(), expected.join());
  await point("#chart", "pointerdown", 0.6, 0.4);
  await point("#chart", "pointerup", 0.6, 0.4);
  check("a click on the chart seeks", now() > 0 && now() < lastOf(race.clock), now());
  await point("#chart", "pointerleave", 0, 0);
}

async function zooms() {
  await key("End");
  await key("0");
  const whole = picture("#map");
  check("the whole cannot be reset", find("#zoom-reset").disabled);
  await click("#zoom-in");
  const twice = picture("#map");
  check("a button zooms", twice !== whole && !find("#zoom-reset").disabled);
  await key("ArrowRight", { shiftKey: true });
  const moved = picture("#map");
  check("shift and an arrow move", moved !== twice);
  await point("#map", "pointerdown", 0.5, 0.5);
  await point("#map", "pointermove", 0.6, 0.6);
  await point("#map", "pointerup", 0.6, 0.6);
  await point("#map", "pointerleave", 0, 0);
  check("dragging moves", picture("#map") !== moved);
  await click("#zoom-reset");
  check("reset shows the whole", picture("#map") === whole);
  await point("#map", "wheel", 0.5, 0.5, { deltaY: -100 });
  check("the wheel zooms", picture("#map") !== whole);
  await key("0");
  check("a key resets", picture("#map") === whole);
}

function isAccessible() {
  const controls = all("button, input, select, canvas");
  const nameless = controls.filter((control) =>
    !control.getAttribute("aria-label") && !control.closest("label"));
  check("every control has a name", nameless.length === 0, nameless.map(({ id }) => id).join());
  const reachable = controls.filter((control) =>
    control.tabIndex === 0 && !control.disabled && control.checkVisibility());
  const unmarked = reachable.filter((control) => {
    control.focus({ focusVisible: true });
    return document.activeElement !== control || getComputedStyle(control).outlineStyle === "none";
  });
  check("focus is visible", unmarked.length === 0, unmarked.map(({ id }) => id).join());
  document.activeElement.blur();
}

function fits() {
  const page = document.scrollingElement;
  check("nothing beside the page", page.scrollWidth <= innerWidth, page.scrollWidth);
  const cut = all("h1, th, td, b, label, output, footer p, button, select").filter((box) => {
    const { left, right } = box.getBoundingClientRect();
    return box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0 ||
      left < -1 || right > innerWidth + 1;
  });
  check("no text is cut", cut.length === 0, cut.map((box) => box.textContent || box.id).join());
  const boxes = all(".buttons, .scrub, .time, .speed, .clock, .legend, .chart, .map")
    .map((box) => ({ box, area: box.getBoundingClientRect() }));
  const touching = boxes.flatMap(({ box, area }, i) =>
    boxes.slice(i + 1).filter(({ area: other }) =>
      area.left < other.right - 1 && other.left < area.right - 1 &&
      area.top < other.bottom - 1 && other.top < area.bottom - 1)
      .map((other) => box.className + "/" + other.box.className));
  check("nothing overlaps", touching.length === 0, touching.join());
  const canvas = find("#map");
  checkEqual("pixels are the screen's", canvas.width,
    Math.round(canvas.clientWidth * devicePixelRatio));
}

function needsNoNetwork() {
  const names = performance.getEntriesByType("resource").map(({ name }) => name);
  const fetched = names.filter((name) => !name.startsWith("data:"));
  check("nothing is fetched", fetched.length === 0, fetched.join());
}

async function run() {
  while (find("#legend tbody") === null) await pause(20);
  await drawn();
  const tests = [
    startsPaused, fits, writesAtAxes, marksLandmarks, drawsTheCurve, drawsOverlays, goesHome,
    stepsAndJumps, plays, tellsHowRunsEnd, fits, writesAtAxes, changesTheClock,
    switchesEntrants, tellsNumbers, zooms, isAccessible, needsNoNetwork,
  ];
  for (const test of tests) await test();
}

return run().catch((error) => results.push(`FAILED ${error.stack}`)).then(() => results);
})();
