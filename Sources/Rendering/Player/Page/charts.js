// What is drawn over the clock: the charts of the file, one above the other.

class Charts {
  /** `made` is called with each chart that is new on the page. */
  constructor(player, made) {
    this.player = player;
    this.made = made;
    this.all = [];
    this.raceChanged();
  }

  /** As many as the race has; those that are there show what it has in their places. */
  raceChanged() {
    const { charts } = this.player.race;
    for (const { surface } of this.all.splice(charts.length)) surface.canvas.parentElement.remove();
    charts.forEach((plan, i) => {
      const told = { plan, hasClock: i === charts.length - 1, facts: factsOf(plan) };
      if (i < this.all.length) this.all[i].showRace(told);
      else this.add(told);
    });
  }

  add(told) {
    const i = this.all.length;
    const canvas = i === 0 ? document.getElementById("chart") : lowerCanvas(i);
    this.all.push(new ChartView(canvas, this.player, told));
    this.made(this.all[i]);
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
