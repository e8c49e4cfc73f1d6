// The value is a promise of what was seen, a line a check.

async function run() {
  while (find("#legend tbody") === null) await pause(20);
  await drawn();
  const tests = [
    startsPaused, fits, writesAtAxes, namesLevels, marksLandmarks, drawsTheCurve, drawsOverlays,
    drawsTails, drawsRates, drawsRuns, drawsQuartiles, drawsGrid, goesHome, stepsAndJumps, plays,
    tellsHowRunsEnd, fits, writesAtAxes, changesTheClock, switchesEntrants, tellsNumbers, zooms,
    isAccessible, needsNoNetwork,
  ];
  for (const test of tests) await test();
}

return run().catch((error) => results.push(`FAILED ${error.stack}`)).then(() => results);
