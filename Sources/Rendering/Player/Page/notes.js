// Words about the race that stay.

function describe(race) {
  const find = (id) => document.getElementById(id);
  const names = race.entrants.map((entrant) => entrant.name).join(", ");
  find("map").setAttribute("aria-label", `Contours of ${race.title} with the ways of ${names}`);
  race.charts.forEach(({ title }, i) =>
    find(i === 0 ? "chart" : "chart-" + i)
      .setAttribute("aria-label", `${title} of ${names} over time`));
  if (race.levels !== null) {
    const { title, names } = race.levels;
    find("bar").setAttribute("aria-label", `Levels of ${title}: ${names.join(", ")}`);
  }
  document.querySelector("h1").textContent = race.title;
  document.title = race.title;
  find("notes").textContent = race.notes.join(" · ");
  find("overlay-help").hidden = !race.hasOverlays;
  find("key").replaceChildren(...keyOf(race));
}

/** The marks that occur within the window. */
function keyOf(race) {
  const [left, right, bottom, top] = race.window;
  const occurs = ([x, y]) => left <= x && x <= right && bottom <= y && y <= top;
  return landmarksOf(race, "var(--ink)", "var(--halo)")
    .filter(({ places }) => places.some(occurs))
    .map(({ shape, share, fill, rim, name }) => {
      const size = 0.9 * share * usualMeasures.marker;
      return element("span", {}, markerIcon(shape, size, fill, { rim }), name);
    });
}
