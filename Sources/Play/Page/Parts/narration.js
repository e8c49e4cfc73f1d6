// One step told in numbers and words: what a method knows where it stands, and where it goes.

class Narration {
  /** The step is asked for once it has been shown so long, in milliseconds. */
  static rest = 60;
  /** So long after the server had too much to do it is asked for again. */
  static respite = 500;
  /** So high, in pixels, a window has room for it from the beginning. */
  static roomy = 900;

  constructor(play) {
    this.play = play;
    this.names = [];
    this.chosen = element("select", { "aria-label": "entrant" });
    this.formula = element("p", { class: "formula" });
    this.table = element("table", { class: "quantities" });
    this.words = element("p", { role: "status" });
    this.box = element("details", { id: "narration", class: "part" },
      element("summary", {}, "Step by step: what moves it"),
      element("label", { class: "row" }, "entrant", this.chosen),
      this.formula, this.table, this.words);
    document.getElementById("panel").append(this.box);
    this.chosen.addEventListener("change", () => this.update());
    this.box.addEventListener("toggle", () => this.update());
    play.player.additions.push(this);
    this.number = 0;
    this.raceChanged();
    this.box.open = window.innerHeight >= Narration.roomy;
  }

  /** The entrants by their names; the one that was chosen stays so. What was asked of another
   * race is told no more. */
  raceChanged() {
    const names = this.play.player.race.entrants.map(({ name }) => name);
    if (names.join("\n") !== this.names.join("\n")) {
      const chosen = Math.min(Math.max(this.chosen.selectedIndex, 0), names.length - 1);
      this.chosen.replaceChildren(...names.map((name, i) => element("option", { value: i }, name)));
      this.chosen.selectedIndex = chosen;
      this.names = names;
    }
    this.forget();
  }

  /** An answer that is awaited is told no more. */
  forget() {
    clearTimeout(this.timer);
    this.asked = "";
    this.number += 1;
  }

  draw() {
    this.update();
  }

  /** Asks for the step that is shown, unless it is told already. Of a cloud the first run's. */
  update() {
    if (!this.box.open) return;
    const { player } = this.play;
    const [run] = player.race.entrants[this.chosen.selectedIndex].runs;
    const step = run.clocks.steps[Math.max(player.entry(run), 0)];
    const question = `entrant=${this.chosen.selectedIndex}&step=${step}`;
    if (question === this.asked) return;
    this.forget();
    this.asked = question;
    // While the race plays no step is worth a question.
    this.timer = setTimeout(() => this.ask(question, this.number), Narration.rest);
  }

  /** What the same page asked before need not be answered any more. The `number` tells whether
   * something else was asked meanwhile. */
  async ask(question, number) {
    const { live, state } = this.play;
    try {
      const reply = await fetch(`step?${question}&page=${live.page}-step`, {
        method: "POST", body: state.good,
      });
      const told = reply.ok ? await reply.json() : null;
      if (number !== this.number) return;
      if (told !== null) this.tell(told);
      else if (reply.status === 503) this.askLater();
    } catch {
      // The race itself says that nobody answers.
      if (number === this.number) this.forget();
    }
  }

  askLater() {
    this.forget();
    this.timer = setTimeout(() => this.update(), Narration.respite);
  }

  tell({ step, title, formula, names, quantities, sentences }) {
    this.formula.textContent = `${title}, step ${step}: ${formula}`;
    const isVector = quantities.some(({ numbers }) => numbers.length > 1);
    const head = element("tr", {}, element("th", {}, ""),
      ...(isVector ? names : [""]).map((name) => element("th", { scope: "col" }, name)));
    this.table.replaceChildren(head, ...quantities.map((quantity) => Narration.row(quantity)));
    this.words.textContent = sentences.join(" ");
  }

  static row({ symbol, meaning, numbers, isCut }) {
    const cells = numbers.map((number) => element("td", {}, valueText(number)));
    if (isCut) cells.push(element("td", {}, "…"));
    return element("tr", {}, element("th", { scope: "row", title: meaning }, symbol), ...cells);
  }
}

playParts.push(Narration);
