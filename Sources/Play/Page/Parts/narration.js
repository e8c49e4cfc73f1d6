// One step told in numbers and words: what a method knows where it stands, and where it goes.

class Narration {
  constructor(play) {
    this.play = play;
    this.asked = "";
    this.chosen = element("select", { "aria-label": "entrant" });
    this.formula = element("p", { class: "formula" });
    this.table = element("table", { class: "quantities" });
    this.words = element("p", { role: "status" });
    this.box = element("details", { id: "narration", class: "part" },
      element("summary", {}, "Step"),
      element("label", { class: "row" }, "entrant", this.chosen),
      this.formula, this.table, this.words);
    document.getElementById("panel").append(this.box);
    this.chosen.addEventListener("change", () => this.update());
    this.box.addEventListener("toggle", () => this.update());
    play.player.additions.push(this);
    this.stated();
  }

  /** The entrants by their names; the one that was chosen stays so. */
  stated() {
    const { entrants } = this.play.player.race;
    const chosen = Math.min(Math.max(this.chosen.selectedIndex, 0), entrants.length - 1);
    this.chosen.replaceChildren(...entrants.map(({ name }, i) =>
      element("option", { value: i }, name)));
    this.chosen.selectedIndex = chosen;
    this.asked = "";
    this.update();
  }

  answered() {
    this.asked = "";
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
    const question = [this.chosen.selectedIndex, step].join();
    if (question === this.asked) return;
    this.asked = question;
    clearTimeout(this.timer);
    // While the race plays no step is worth a question.
    this.timer = setTimeout(() => this.ask(question), 60);
  }

  async ask(question) {
    const [entrant, step] = question.split(",");
    try {
      const reply = await fetch(`step?entrant=${entrant}&step=${step}`, {
        method: "POST", body: this.play.state.text,
      });
      if (reply.ok && question === this.asked) this.tell(await reply.json());
    } catch {
      // The race itself says that nobody answers.
    }
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
