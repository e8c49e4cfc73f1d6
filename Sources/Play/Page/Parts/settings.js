// Settings of the run and of the drawing: a control for each, which the page's HTML names.

class SettingField {
  constructor(play, control, catalogue) {
    this.play = play;
    this.name = control.dataset.setting;
    this.asks = control.dataset.asks;
    const { help, choices, fallback } = catalogue.find(({ name }) => name === this.name);
    control.closest("label").title = help;
    if (control.matches("select")) {
      control.append(...choices.map((value) => element("option", { value }, value)));
    }
    this.usual = fallback ?? (control.matches("select") ? choices[0] : "");
    this.field = new PanelField(control, (text, event) => this.change(text, event));
    control.closest("label").after(this.field.error);
    this.stated();
  }

  stated() {
    const isSelect = this.field.control.matches("select");
    this.field.show(this.play.state.get(this.name) ?? (isSelect ? this.usual : ""));
    const usual = this.play.state.usual(this.name) ?? this.usual;
    if (usual !== "") this.field.control.placeholder = usual;
  }

  change(text, event) {
    const { state } = this.play;
    state.set(this.name, text === this.usual ? null : text);
    if (this.name === "plane") state.set("window", null);
    if (this.name === "start") state.set("starts", null);
    if (this.asks === "page") return this.play.leave();
    return this.play.ask({ isWhole: true, since: event.timeStamp, field: this.field });
  }
}

class Settings {
  constructor(play, read) {
    this.play = play;
    const { settings } = read("catalogue");
    this.fields = [...document.querySelectorAll("[data-setting]")].map((control) =>
      new SettingField(play, control, settings));
    this.addSteps();
    const find = (id) => document.getElementById(id);
    find("new-seed").addEventListener("click", () => {
      this.set("seed", String(Math.floor(Math.random() * 1e6)));
    });
    find("fit").addEventListener("click", () => this.set("window", null));
    this.stated();
  }

  set(name, value) {
    this.play.state.set(name, value);
    this.play.ask({ isWhole: true });
  }

  addSteps() {
    this.scale = new SliderScale({ low: 1, high: 10_000, scale: "logarithmic", isWhole: true });
    this.steps = document.getElementById("steps-slider");
    this.steps.max = String(SliderScale.most);
    new Sliding(this.steps, (place, event, isEnd) => {
      const text = String(this.scale.value(place));
      const { field } = this.fields.find(({ name }) => name === "steps");
      field.show(text);
      this.play.state.set("steps", text);
      this.play.pinWindow();
      this.play.ask({ isEnd, since: event.timeStamp, field });
    });
  }

  stated() {
    const { state } = this.play;
    for (const field of this.fields) field.stated();
    const steps = state.get("steps") ?? state.usual("steps");
    this.steps.value = String(this.scale.place(Number(steps)));
    this.steps.setAttribute("aria-valuetext", steps);
    const { variables, hasExamples } = state.function;
    document.getElementById("batch-row").hidden = !hasExamples;
    document.getElementById("plane-row").hidden = variables <= 2 && state.get("plane") === null;
    const clocks = this.play.player.race.clocks.map((value) => element("option", { value }));
    document.getElementById("clock-names").replaceChildren(...clocks);
  }
}

playParts.push(Settings);
