// The table of entrants: who they are, and how far they are.

class Legend {
  constructor(table, player) {
    this.player = player;
    this.table = table;
    // The roles are told apart from the looks, which differ in narrow windows.
    table.setAttribute("role", "table");
    this.fill();
  }

  fill() {
    const body = element("tbody", { role: "rowgroup" });
    this.rows = this.player.race.entrants.map((entrant) => this.row(entrant));
    body.append(...this.rows.map(({ row }) => row));
    this.table.replaceChildren(this.head(), body);
    this.looks = Legend.looks(this.player.race);
    this.isOld = false;
  }

  /** What rows show that does not change with the clock. */
  static looks({ valueTitle, entrants }) {
    return JSON.stringify([valueTitle, entrants.map(({ title, settings, color, shape, isShown }) =>
      [title, settings, color, shape, isShown])]);
  }

  /** Rows are made anew where others are to be seen: a box keeps the focus while numbers change. */
  raceChanged() {
    this.isOld = Legend.looks(this.player.race) !== this.looks;
  }

  head() {
    const titles = ["entrant", this.player.race.valueTitle, "‖∇f‖", "evaluations", "state"];
    const cells = titles.map((title) =>
      element("th", { scope: "col", role: "columnheader", class: title.split(" ")[0] + "-head" }, title));
    const row = element("tr", { role: "row" }, ...cells);
    return element("thead", { role: "rowgroup" }, row);
  }

  row(entrant) {
    const cells = ["number", "number", "number", "state"].map((kind) =>
      element("td", { class: kind, role: "cell" }, ""));
    const name = element("th", { scope: "row", role: "rowheader" }, this.label(entrant));
    const row = element("tr", { role: "row" }, name, ...cells);
    row.classList.toggle("is-cloud", entrant.isCloud);
    row.classList.toggle("breaks", entrant.breaks);
    return { row, cells, texts: [] };
  }

  label(entrant) {
    const box = element("input", { type: "checkbox" });
    box.checked = entrant.isShown;
    box.addEventListener("change", () => {
      this.player.race.entrants[entrant.index].isShown = box.checked;
      this.player.redraw();
    });
    const title = element("b", {}, entrant.title);
    const settings = element("span", { class: "settings" }, entrant.settings);
    const icon = markerIcon(entrant.shape, 12, entrant.color, { hasTrail: true });
    return element("label", { class: "entrant" }, box, icon, element("span", {}, title, settings));
  }

  /** Here, after all that is drawn, rows become those of another race. */
  update() {
    if (this.isOld) this.fill();
    const { near } = this.player;
    this.player.race.entrants.forEach((entrant, i) => {
      const { row, cells, texts } = this.rows[i];
      this.texts(entrant).forEach((text, column) => {
        if (texts[column] === text) return;
        texts[column] = text;
        cells[column].firstChild.data = text;
      });
      row.classList.toggle("is-off", !entrant.isShown);
      row.classList.toggle("is-near", near.length === 1 && near[0].index === i);
    });
  }

  texts(entrant) {
    const entry = this.player.entry(entrant);
    const state = this.player.state(entrant);
    if (entry < 0) return ["", "", "", state];
    const { error, gradientNorm, evaluations } = entrant.facts(this.player.clock, entry);
    return [changingText(error), changingText(gradientNorm, 2), evaluations, state];
  }
}
