// The value is a promise of what was seen, a line a check.

async function run() {
  await drawn();
  const tests = [
    fits, writesAtAxes, namesLevels, marksLandmarks, drawsTheCurve, drawsOverlays,
    drawsTails, drawsRates, drawsRuns, drawsQuartiles, drawsGrid, goesHome, stepsAndJumps,
    tellsHowRunsEnd, fits, writesAtAxes, changesTheClock, switchesEntrants, tellsNumbers, zooms,
    isAccessible, needsNoNetwork,
  ];
  for (const test of tests) await test();
}

return run().catch((error) => results.push(`FAILED ${error.stack}`)).then(() => results);
