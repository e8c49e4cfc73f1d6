// Whether everything can be reached and read, without a network.

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
  const legend = find(".legend").getBoundingClientRect();
  const beside = all("#legend td, #legend th").filter((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    return right > left && (left < legend.left - 1 || right > legend.right + 1);
  });
  check("the table's columns are in its frame", beside.length === 0, beside.length);
  const broken = all("#legend .entrant b").filter((name) => {
    const lines = name.clientHeight / parseFloat(getComputedStyle(name).lineHeight);
    return Math.round(lines) > name.textContent.split(" ").length + 1;
  });
  check("names are not broken into letters", broken.length === 0,
    broken.map(({ textContent }) => textContent).join());
  const boxes = all(".buttons, .scrub, .time, .speed, .clock, .legend, .chart, .map, .bar, .lower")
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
  const least = document.documentElement.dataset.theme === "projector" ? 13 : 11;
  const small = Object.values(window.drawn).flatMap(({ texts }) => texts)
    .filter(({ size }) => !(size >= least));
  check("texts on the map and at the charts are large enough", small.length === 0,
    small.map(({ text, size }) => `${text}: ${size}`).join());
}

function needsNoNetwork() {
  const names = performance.getEntriesByType("resource").map(({ name }) => name);
  const fetched = names.filter((name) => !name.startsWith("data:"));
  check("nothing is fetched", fetched.length === 0, fetched.join());
}
