// Time: it is stepped and scrubbed, and has several clocks. For playing see test_playing.py.

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

async function tellsHowRunsEnd() {
  await key("End");
  const states = all("td.state").map((cell) => cell.textContent);
  checkEqual("ends", states.join(), race.entrants.map((entrant) =>
    areClouds ? endOf(entrant, race.clock) : entrant.end).join());
  const texts = all("#legend td.number").map((cell) => cell.textContent);
  check("numbers", texts.every((text) => text !== ""), texts.join());
  const counts = all("#legend td:nth-child(4)").map((cell) => cell.textContent);
  const expected = race.entrants.map(({ evaluations, bands }) =>
    areClouds ? bands[race.clock].evaluations.at(-1) : sum(evaluations));
  checkEqual("evaluations without weights", counts.join(), expected.join());
}

async function changesTheClock() {
  for (const clock of race.clocks) {
    await enter("#clock", clock, "change");
    const last = lastOf(clock);
    checkEqual(`the clock of ${clock}`, time(), `${unitOf(clock)} ${last} of ${last}`);
  }
  await enter("#clock", race.clock, "change");
}
