// How each figure is read, in plain words.

const showTitles = {
  reached: "Targets reached (ECDF)", excess: "Excess error", data: "Data profile",
  performance: "Performance profile", ert: "Time to target (ERT)",
  final: "Final excess and success",
};

const readings = {
  reached: "Each problem has several targets, levels that the excess error f − min f has to fall to. "
    + "The curve of an optimizer tells, for every amount of work, which share of all these pairs it "
    + "had reached by then: further left is faster, higher is more reliable, and where a curve ends "
    + "below 100 % the rest was never reached. Runs that failed count among all. Click a step to see "
    + "the problem, target and run behind it.",
  excess: "One problem: how far f still lies above its minimum after some work. The line is the "
    + "median of the runs, half of which lie in the band of the quartiles; lower is better. On the "
    + "logarithmic axis an equal factor of error is an equal height; what is 0 lies in the lowest "
    + "row. Of the iterate a run that diverged or failed counts as infinite, so that the median "
    + "leaves the figure when half of the runs have; of the lowest value so far it keeps what it had "
    + "found. Click a curve to see the race.",
  data: "For each pair of problem and target the median time of an optimizer's runs counts, where "
    + "failures are infinite. The curve tells the share of the pairs that it solves within an "
    + "amount of work. With targets relative to the lowest value that any shown optimizer found, and "
    + "work divided by n + 1, these are Moré and Wild's data profiles. Hiding an optimizer can change the "
    + "targets, and with them the others' curves.",
  performance: "For each pair of problem and target, the work of an optimizer over that of the "
    + "fastest one shown. The curve tells the share of pairs that it solves within τ times the "
    + "fastest's work: at τ = 1 how often it is itself the fastest, at the right end how much it "
    + "solves at all. All depends on who is compared: hiding an optimizer changes the others' "
    + "curves.",
  ert: "The expected running time to one target: all work that the runs spent until they reached it, "
    + "or in all where they did not, over the number of those that did; below it how many did. ∞ where none "
    + "did. In each row the strongest colour has the fastest, the palest those that need a "
    + "hundred times its work or more. Click a cell to see its runs.",
  final: "The median over the runs of the lowest excess that each found, and how many reached the "
    + "target, with the interval that holds the true probability in 95 of 100 cases (Wilson). The "
    + "stronger the colour, the more runs reached it. Click a cell to see its runs.",
};

/** What has to be known of what is shown, a sentence a note. */
function notesOn(choice) {
  const thinned = choice.study.thinned === null ? [] : [choice.study.thinned];
  return [...thinned, ...leftOutNotes(choice), ...defectNotes(choice)];
}

function leftOutNotes(choice) {
  const { state } = choice;
  const { unknownMinimum, unknownWork } = leftOut(choice);
  const notes = [];
  if (unknownMinimum > 0) {
    const found = state.show === "excess" ? "" : "; targets relative to the lowest found need none";
    notes.push(`Left out: ${runsText(unknownMinimum)} without a known minimum${found}.`);
  }
  if (unknownWork > 0) {
    notes.push(`Left out: ${runsText(unknownWork)} whose ${state.axis} are not known.`);
  }
  return notes;
}

/** How many runs the figure cannot tell, and why. */
function leftOut(choice) {
  const { study, state, problem, optimizers } = choice;
  if (state.show === "final") return choice.successes.leftOut;
  if (state.show !== "excess") return choice.times.leftOut;
  const runs = problem === undefined ? []
    : optimizers.flatMap((optimizer) => study.cells[problem][optimizer]);
  const isUnknown = (run) => Number.isNaN(study.minimum[run]);
  return {
    unknownMinimum: runs.filter(isUnknown).length,
    unknownWork: runs.filter((run) => !isUnknown(run) && choice.work.isKnown[run] === 0).length,
  };
}

/** Runs that fell below a recorded minimum, by function. */
function defectNotes({ study, problems }) {
  const below = new Map();
  for (const problem of problems) {
    const { function: name, basis } = study.problems[problem];
    const runs = study.cells[problem].flat().filter((run) => study.isBelow[run] === 1);
    if (runs.length === 0) continue;
    below.set(name, { basis, runs: [...(below.get(name)?.runs ?? []), ...runs] });
  }
  return Array.from(below, ([name, { basis, runs }]) => {
    const lowest = Math.min(...runs.map((run) => study.lowest[run]));
    return `Defect: on ${name} ${runsText(runs.length)} fell below the recorded minimum `
      + `${valueText(study.minimum[runs[0]], 8)} (${basis}), to ${valueText(lowest, 8)}: that is no `
      + "minimum, and excess there is not to be trusted.";
  });
}

function runsText(count) {
  return count === 1 ? "1 run" : `${count} runs`;
}
