// Entrants on and off, what the pointer tells, and zoom.

async function switchesEntrants() {
  await key("End");
  const [map, chart] = [picture("#map"), picture("#chart")];
  // Names may have found other places meanwhile.
  const { color } = race.entrants[0];
  const ink = () => JSON.stringify([filled(color), curvesOf(color)]);
  const before = ink();
  find("#legend input").click();
  await drawn();
  check("an entrant goes from the map", picture("#map") !== map);
  check("and from the chart", picture("#chart") !== chart);
  check("its row is paler", find("#legend tbody tr").classList.contains("is-off"));
  find("#legend input").click();
  await drawn();
  check("an entrant comes back", ink() === before && picture("#chart") === chart);
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
  const [{ left, right, top, bottom }] = window.drawn.map.frames;
  const { clientWidth, clientHeight } = find("#map");
  const middle = [(left + right) / 2 / clientWidth, (top + bottom) / 2 / clientHeight];
  await point("#map", "wheel", ...middle, { deltaY: -100 });
  check("the wheel zooms", picture("#map") !== whole);
  await key("0");
  check("a key resets", picture("#map") === whole);
}
