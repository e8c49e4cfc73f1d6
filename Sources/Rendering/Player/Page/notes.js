// Words about the race that stay.

function describe(race) {
  const find = (id) => document.getElementById(id);
  const names = race.entrants.map((entrant) => entrant.title).join(", ");
  find("map").setAttribute("aria-label", `Contours of ${race.title} with the ways of ${names}`);
  find("chart").setAttribute("aria-label", `${race.errors.title} of ${names} over time`);
  find("notes").textContent = race.notes.join(" · ");
  find("key").replaceChildren(...keyOf(race));
}

/** The marks that occur within the window. */
function keyOf(race) {
  const [left, right, bottom, top] = race.window;
  const occurs = ([x, y]) => left <= x && x <= right && bottom <= y && y <= top;
  const starts = race.entrants.map(({ x, y }) => [x[0], y[0]]);
  const marks = [
    [race.minimizers, "star", 15, race.minimumLabel],
    [race.saddles, "cross", 11, "saddle"],
    [starts, "circle", 7, "start"],
  ];
  return marks
    .filter(([places]) => places.some(occurs))
    .map(([, shape, size, name]) =>
      element("span", {}, markerIcon(shape, size, "var(--ink)", false), name));
}
