// The page: what is chosen, and who shows it.

class Report {
  constructor() {
    const text = (id) => document.getElementById(id).textContent;
    this.study = new Study(JSON.parse(text("study")), new PackedColumns(text("columns")));
    this.choice = new Choice(this.study);
    const find = (id) => document.getElementById(id);
    this.graph = new Graph(find("graph"), (i) => this.look(i));
    this.views = new Views(this.choice);
    this.tables = new Tables(find("table"), this.choice, this);
    this.optimizers = new Optimizers(find("optimizers"), this);
    this.problems = new Problems(this);
    this.details = new Details(find("details"), this);
    this.tip = new Tip(find("tip"));
    this.hovering = new Hovering(this, this.graph, this.tip);
    this.controls = new Controls(this);
    this.dark = window.matchMedia("(prefers-color-scheme: dark)");
    this.dark.addEventListener("change", () => this.update());
    window.addEventListener("hashchange", () => this.read());
    this.tell();
    this.read();
  }

  get state() {
    return this.choice.state;
  }

  /** As the address says. */
  read() {
    Object.assign(defaults, this.study.initial);
    this.choice.state = stateOf(window.location.hash, this.controls.allowed);
    this.update();
  }

  /** Something else is chosen. */
  change(changes) {
    this.choice.state = { ...this.state, ...changes };
    window.history.replaceState(null, "", hashOf(this.state));
    this.update();
  }

  get theme() {
    return this.state.theme || (this.dark.matches ? "dark" : "light");
  }

  look(optimizer) {
    const { colors, shape } = this.study.optimizers[optimizer];
    return { color: colors[this.theme] ?? colors.light, shape };
  }

  colors() {
    const style = getComputedStyle(document.documentElement);
    return Object.fromEntries(["paper", "ink", "muted", "grid", "frame", "halo"].map((name) =>
      [name, style.getPropertyValue("--" + name).trim()]));
  }

  update() {
    document.documentElement.dataset.theme = this.theme;
    const find = (id) => document.getElementById(id);
    const { show } = this.state;
    this.tip.hide();
    this.controls.update();
    this.optimizers.update();
    this.problems.update();
    find("heading").textContent = this.headline(show);
    find("reading").textContent = readings[show];
    const view = this.views.view();
    find("graph").closest(".graph").hidden = view === null;
    this.tables.show();
    this.graph.show(view, this.colors());
    find("graph").setAttribute("aria-label", this.headline(show));
    find("notes").replaceChildren(...notesOn(this.choice).map((note) => element("li", {}, note)));
  }

  headline(show) {
    const { choice, study } = this;
    if (show === "excess") {
      return `${showTitles.excess}: ${study.problems[choice.problem]?.name ?? "no problem is chosen"}`;
    }
    if (!["ert", "final"].includes(show)) {
      return `${showTitles[show]}: ${choice.times.problems.length} problems × `
        + `${choice.levels.length} targets`;
    }
    return `${showTitles[show]}: target ${levelText(choice.levels[choice.target])}`;
  }

  /** What the study is made of. */
  tell() {
    const { study } = this;
    const functions = new Set(study.problems.map(({ function: name }) => name)).size;
    const counts = [
      [functions, "function"], [study.problems.length, "problem"],
      [study.optimizers.length, "optimizer"], [study.packed.seeds.length, "seed"],
      [study.count, "run"],
    ];
    document.getElementById("subtitle").textContent = counts
      .map(([count, noun]) => `${count} ${noun}${count === 1 ? "" : "s"}`).join(" · ");
    const plans = study.packed.plans.join("; ");
    document.getElementById("about").textContent =
      `Runs: ${plans}. Made with Descent ${study.versions.join(", ")}. ← → ↑ ↓ in the figure read `
      + "values, Enter opens what is behind them; the address tells all that is chosen.";
  }
}

new Report();
