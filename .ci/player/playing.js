// Time: it stands still at first, is stepped, scrubbed and played, and has several clocks.

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
  await movesAsLiked();
  await pauses();
  await endsByItself();
  await enter("#speed", "-1");
  checkEqual("the slowest", find("#speed-text").textContent, "0.1×");
  await key("]");
  checkEqual("a key changes the speed", find("#speed-text").textContent, "0.13×");
}

/** Motion is many stills, or two a second for readers who prefer little of it. */
async function movesAsLiked() {
  await key("Home");
  await enter("#speed", "0");
  await key(" ");
  checkEqual("the button pauses", find("#play").getAttribute("aria-label"), "Pause");
  const stills = new Set();
  const start = performance.now();
  const enough = littleMotion ? 3 : 10;
  while (stills.size < enough && find("#play").getAttribute("aria-label") === "Pause") {
    await pause(10);
    stills.add(now());
  }
  const seconds = (performance.now() - start) / 1000;
  checkEqual("moves", stills.size, enough);
  check("motion is as the reader likes it", !littleMotion || stills.size <= 2 * seconds + 1, seconds);
}

async function pauses() {
  await key(" ");
  checkEqual("the button plays again", find("#play").getAttribute("aria-label"), "Play");
  const stopped = now();
  await pause(700);
  checkEqual("space pauses", now(), stopped);
}

/** However long a machine takes for a picture. */
async function endsByItself() {
  await enter("#speed", "1");
  checkEqual("the fastest", find("#speed-text").textContent, "10×");
  await click("#play");
  for (let i = 0; i < 600 && find("#play").getAttribute("aria-label") === "Pause"; i++) await pause(100);
  checkEqual("stops", find("#play").getAttribute("aria-label"), "Play");
  checkEqual("plays to the end", now(), lastOf(race.clock));
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
