// What stands behind a curve, a step or a cell: its runs, and the race.

class Details {
  constructor(box, page) {
    this.box = box;
    this.page = page;
    this.heading = document.getElementById("details-heading");
    this.body = document.getElementById("details-body");
    document.getElementById("close").addEventListener("click", () => box.close());
    // A race that plays on behind a closed window would cost power.
    box.addEventListener("close", () => this.body.replaceChildren());
    box.addEventListener("click", (event) => {
      if (event.target === box) box.close();
    });
  }

  /** The runs of an optimizer on a problem, or one, and the race there. */
  open({ problem, optimizer, run = null, target = null }) {
    const { study } = this.page;
    const own = study.problems[problem];
    this.heading.textContent = `${study.optimizers[optimizer].name} on ${own.name}`;
    const runs = run === null ? study.cells[problem][optimizer] : [run];
    const facts = target === null ? [] : [element("p", {}, target)];
    const parts = own.race === null ? [this.runs(runs), this.command(own, runs[0])]
      : [this.film(own), element("details", {}, element("summary", {}, runsText(runs.length)),
        this.runs(runs))];
    this.body.replaceChildren(...facts, ...parts);
    if (!this.box.open) this.box.showModal();
    this.box.scrollTop = 0;
  }

  /** Several places to choose from: {problem, optimizer, run, target}. */
  choose(heading, places) {
    const { study } = this.page;
    this.heading.textContent = heading;
    const items = places.slice(0, mostPlacesListed).map((place) => {
      const name = study.problems[place.problem].name;
      const seed = place.run === null ? [] : ["· seed", study.runs.seeds[study.seed[place.run]]];
      const words = [study.optimizers[place.optimizer].name, "on", name, "·", place.target, ...seed]
        .join(" ");
      const button = element("button", { type: "button" }, words);
      button.addEventListener("click", () => this.open(place));
      return element("li", {}, button);
    });
    const rest = places.length - items.length;
    const more = rest > 0 ? [element("p", {}, `and ${rest} more`)] : [];
    this.body.replaceChildren(element("ul", { class: "places" }, ...items), ...more);
    if (!this.box.open) this.box.showModal();
  }

  runs(runs) {
    const { study } = this.page;
    const words = ["outcome", ...(study.runs.plans.length > 1 ? ["plan"] : [])];
    const titles = ["seed", ...words, "least excess", "last excess", "steps", ...study.queries];
    const rows = runs.slice(0, mostRows).map((run) => element("tr", {}, ...this.facts(run)
      .map((text, i) => element("td", { class: words.includes(titles[i]) ? "word" : "number" }, text))));
    const head = element("tr", {}, ...titles.map((title) => element("th", { scope: "col" }, title)));
    return element("div", { class: "runs" },
      element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
  }

  facts(run) {
    const { study } = this.page;
    return [
      study.runs.seeds[study.seed[run]], study.runs.outcomes[study.outcome[run]],
      ...(study.runs.plans.length > 1 ? [study.runs.plans[study.plan[run]]] : []),
      ...[study.leastExcess(run), study.finalExcess(run)].map((excess) =>
        (Number.isNaN(study.minimum[run]) ? "unknown" : valueText(excess, 4))),
      String(study.steps[run]),
      ...study.queries.map((query) => String(study.totals[query][run])),
    ];
  }

  film(problem) {
    return element("iframe", { src: problem.race, title: `Race on ${problem.name}` });
  }

  /** The command that draws the race, to be copied. */
  command(problem, run) {
    const { study } = this.page;
    const text = raceCommand(problem, study, this.page.choice.optimizers, run);
    const field = element("input", {
      type: "text", readonly: "", "aria-label": "Command for the race", value: text,
    });
    const button = element("button", { type: "button" }, "Copy");
    const told = element("span", { role: "status" });
    button.addEventListener("click", () => copy(field).then((isCopied) => {
      told.textContent = isCopied ? "copied" : "press Ctrl-C";
    }));
    return element("div", { class: "command" },
      element("p", {}, "This report has no film of that race. The command draws it:"),
      element("div", {}, field, button, told));
  }
}

const mostPlacesListed = 40;

/** Whether the text came to the clipboard; it is selected in any case. */
async function copy(field) {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false;
  }
}

/** In quotes where a shell would read it otherwise. */
function shellWord(text) {
  return /^[\w.,:=+@%/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The race of the optimizers at hand from a run's start, as far as that run went. */
function raceCommand(problem, study, optimizers, run) {
  const cells = study.cells[study.problems.indexOf(problem)];
  // What could not even begin would end the race.
  const names = optimizers.filter((i) => cells[i].some((other) => study.steps[other] > 0))
    .map((i) => study.optimizers[i].name);
  const words = ["descent", "race", shellWord(problem.function),
    ...names.flatMap((name) => ["--optimizer", shellWord(name)])];
  if (problem.from !== "") words.push(`--start=${shellWord(problem.from)}`);
  words.push("--steps", String(Math.max(1, study.steps[run])));
  words.push("--seed", study.runs.seeds[study.seed[run]], "--format", "html");
  return words.join(" ");
}
