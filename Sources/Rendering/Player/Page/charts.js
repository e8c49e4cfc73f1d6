// What is drawn over the clock: the charts of the file, one above the other.

class Charts {
  constructor(player) {
    this.player = player;
    const { charts } = player.race;
    const first = document.getElementById("chart");
    this.all = charts.map((plan, i) => new ChartView(i === 0 ? first : lowerCanvas(i), player, {
      plan, hasClock: i === charts.length - 1, facts: factsOf(plan),
    }));
  }

  /** The same charts with other numbers. */
  raceChanged() {
    this.all.forEach((chart, i) => chart.showRace(this.player.race.charts[i]));
  }

  /** One above the other, with one left edge. */
  draw() {
    const left = Math.max(...this.all.map((chart) => chart.layOut()));
    for (const chart of this.all) chart.draw(left);
  }
}

/** One for a chart below the first: chart-1, chart-2. */
function lowerCanvas(i) {
  const canvas = element("canvas", { id: "chart-" + i, role: "img" });
  document.querySelector(".charts").append(element("div", { class: "lower" }, canvas));
  return canvas;
}

/** What a pointer is told: of heights f and the gradient's norm, else each line of the chart. */
function factsOf(plan) {
  if (plan.isHeight === 1) {
    return [
      { title: "f", text: (entrant, ...now) => valueText(entrant.facts(...now).value) },
      {
        title: "‖∇f‖",
        text: (entrant, ...now) => valueText(entrant.facts(...now).gradientNorm, 3),
      },
    ];
  }
  const titles = plan.lines.length > 1 ? plan.lines : [plan.title];
  return titles.map((title, i) => ({
    title,
    text: (entrant, clock, entry) => valueText(entrant.lines(plan, clock)[i]?.[entry] ?? NaN),
  }));
}
