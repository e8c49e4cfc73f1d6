// Tables of problems × optimizers.

/** Rows that are shown unless all are asked for, and how many are made before a picture. */
const [mostRows, rowsAtOnce] = [150, 12];

class Tables {
  constructor(box, choice, page) {
    this.box = box;
    this.choice = choice;
    this.page = page;
    this.isWhole = false;
    this.all = { ert: () => this.times(), final: () => this.ends() };
  }

  /** Whether the choice is a table. */
  show() {
    const make = this.all[this.choice.state.show];
    this.box.hidden = make === undefined;
    this.rows = [];
    if (make === undefined) return;
    this.box.replaceChildren(...make());
    this.addRows(this.rows);
  }

  /** Some rows now, the others in the next pictures, unless something else is shown by then. */
  addRows(rows) {
    if (rows !== this.rows) return;
    this.body.append(...rows.splice(0, rowsAtOnce).map((make) => make()));
    if (rows.length > 0) window.requestAnimationFrame(() => this.addRows(rows));
  }

  /** A table, and a button for the rest of it; `cells` tells {text, detail, share} of a problem for
   * each optimizer: the larger the share, the stronger the colour, and none for null. */
  table(problems, cells) {
    const { study, optimizers } = this.choice;
    const head = element("tr", {}, element("th", { scope: "col" }, "problem"),
      ...optimizers.map((i) => element("th", { scope: "col" }, this.name(i))));
    const shown = this.isWhole ? problems : problems.slice(0, mostRows);
    this.rows = shown.map((problem) => () => element("tr", {},
      element("th", { scope: "row" }, study.problems[problem].name),
      ...cells(problem).map((told, i) => this.cell(problem, optimizers[i], told))));
    this.body = element("tbody", {});
    const table = element("table", {}, element("thead", {}, head), this.body);
    if (shown.length === problems.length) return [table];
    const more = element("button", { type: "button" }, `All ${problems.length} problems`);
    more.addEventListener("click", () => {
      this.isWhole = true;
      this.show();
    });
    return [table, more];
  }

  name(optimizer) {
    const { name } = this.choice.study.optimizers[optimizer];
    const { color, shape } = this.page.look(optimizer);
    return element("span", { class: "entrant" }, markerIcon(shape, 13, color),
      element("span", {}, name));
  }

  cell(problem, optimizer, told) {
    if (told === null) return element("td", { class: "none" }, "not run");
    const { text, detail, share } = told;
    const button = element("button", { type: "button", class: "cell" }, text,
      element("small", {}, detail));
    button.addEventListener("click", () => this.page.details.open({ problem, optimizer }));
    const attributes = share === null ? {} : { style: `--share: ${(100 * share).toFixed(0)}%` };
    const place = element("td", attributes, button);
    place.classList.toggle("heat", share !== null);
    return place;
  }

  /** ERT and successes at one target; the darker, the nearer to the least of the row. */
  times() {
    const { times, target, optimizers } = this.choice;
    return this.table(times.problems, (problem) => {
      const all = optimizers.map((optimizer) => times.expected(problem, optimizer, target));
      const least = Math.min(...all.map((one) => one?.value ?? Infinity));
      return all.map((own) => own && {
        text: own.value === Infinity ? "∞" : valueText(own.value, 3),
        detail: `${own.reached} of ${own.total}`,
        share: own.value === Infinity ? 0 : this.nearness(own.value, least),
      });
    });
  }

  /** 1 for the least, 0.1 for a hundred times that and more. */
  nearness(value, least) {
    if (value === least || least === 0) return value === least ? 1 : 0.1;
    return Math.max(0.1, 1 - (0.9 * Math.log10(value / least)) / 2);
  }

  /** The median of the least excess, and how many reached the target. */
  ends() {
    const { study, successes: times, target, problems, optimizers } = this.choice;
    const told = new Set(times.problems);
    return this.table(problems, (problem) => optimizers.map((optimizer) => {
      const runs = study.cells[problem][optimizer];
      if (runs.length === 0) return null;
      const excesses = runs.map((run) => study.leastExcess(run)).filter((e) => !Number.isNaN(e));
      const median = excesses.length === 0 ? NaN : quantile(ascending(excesses), 0.5);
      const own = told.has(problem) ? times.expected(problem, optimizer, target) : null;
      return {
        text: Number.isNaN(median) ? "unknown" : valueText(median, 3),
        detail: own === null ? "" : this.successText(own),
        share: own === null ? null : own.reached / own.total,
      };
    }));
  }

  successText({ reached, total }) {
    if (total === 1) return reached === 1 ? "reached" : "not reached";
    const [low, high] = wilsonInterval(reached, total).map((share) => Math.round(100 * share));
    return `${reached} of ${total} (${low}–${high} %)`;
  }
}
