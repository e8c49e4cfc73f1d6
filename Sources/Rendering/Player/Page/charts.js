// What is drawn over the clock: errors, and rates below them where the file holds any.

class Charts {
  constructor(player) {
    const { race } = player;
    const hasRates = race.rates !== null;
    const find = (id) => document.getElementById(id);
    this.all = [new ChartView(find("chart"), player, {
      quantity: "errors", hasFloor: true, hasClock: !hasRates,
      facts: [
        { title: "f", text: (entrant, ...now) => valueText(entrant.facts(...now).value) },
        {
          title: "‖∇f‖",
          text: (entrant, ...now) => valueText(entrant.facts(...now).gradientNorm, 3),
        },
      ],
    })];
    find("rates").parentElement.hidden = !hasRates;
    if (!hasRates) return;
    this.all.push(new ChartView(find("rates"), player, {
      quantity: "rates", hasFloor: false, hasClock: true,
      facts: [{
        title: race.rates.title,
        text: (entrant, clock, entry) => valueText(entrant.rates(clock)[entry]),
      }],
    }));
  }

  /** One above the other, with one left edge. */
  draw() {
    const left = Math.max(...this.all.map((chart) => chart.layOut()));
    for (const chart of this.all) chart.draw(left);
  }
}
