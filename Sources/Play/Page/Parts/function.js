// The function: a name, a specification or an expression, and its parameters.

class FunctionPart {
  /** So long, in milliseconds, after the last letter an expression is asked for. */
  static pause = 150;

  constructor(play, read) {
    this.play = play;
    this.names = read("catalogue").functions.map(({ name }) => name);
    document.getElementById("function-names").append(
      ...read("catalogue").functions.map(({ name, title }) =>
        element("option", { value: name, label: title })));
    const control = document.getElementById("function");
    this.field = new PanelField(control, (text) => this.choose(text));
    control.parentElement.after(this.field.error);
    control.addEventListener("input", () => this.type());
    this.list = document.getElementById("function-parameters");
    this.stated();
    if (read("error")?.setting === "functions") this.showRefused();
  }

  /** The function that the address asks for, to be mended. */
  showRefused() {
    const asked = new URLSearchParams(window.location.search).get("functions");
    if (asked === null || asked === this.told.specification) return;
    this.field.show(asked);
    this.play.asker = this;
  }

  stated() {
    const { told } = this;
    this.told = this.play.state.function;
    this.field.show(this.told.specification);
    if (told !== undefined && this.form.fits(this.told)) return this.form.show(this.told);
    this.form = new ParameterForm(this.told, "function", (text, change) =>
      this.change(text, change));
    this.list.replaceChildren(...this.form.nodes);
  }

  /** The beginning of a name is no mistake yet. */
  type() {
    window.clearTimeout(this.timer);
    const text = this.field.value;
    const isBeginning = this.names.some((name) => name !== text && name.startsWith(text));
    if (!isBeginning) this.timer = window.setTimeout(() => this.choose(text), FunctionPart.pause);
  }

  /** Where another function is meant, start, window and plane are as usual. */
  choose(text) {
    window.clearTimeout(this.timer);
    const { state } = this.play;
    if (text === "" || text === state.get("functions")) return;
    state.forgetPlace();
    state.set("functions", text);
    this.play.ask({ isWhole: true, field: this });
  }

  /** Whether a parameter is another than that of the race that is shown. */
  isChanged(name) {
    const i = this.told.parameters.findIndex((parameter) => parameter.name === name);
    return i >= 0 && this.form.fields[i].text !== this.told.parameters[i].value;
  }

  /** What has another number of variables has other starts; where the function's own start moves,
   * the race goes from there, and the map along where nobody chose it. */
  change(text, { event, field }) {
    const { state } = this.play;
    if (this.isChanged("n")) state.forgetPlace();
    else if (this.isChanged("start")) state.forgetStart();
    else this.play.pinWindow();
    state.set("functions", text);
    this.play.ask({ isWhole: true, since: event.timeStamp, field });
  }

  /** What is wrong, with a sign under the letter where it is told to be. */
  tell(message) {
    const column = /at column (\d+)/.exec(message);
    if (column === null) return this.field.tell(message);
    const letters = [...this.field.value];
    const at = Number(column[1]) - 1;
    const from = Math.max(0, at - 24);
    const line = letters.slice(from, at + 10).join("") + "\n" + " ".repeat(at - from) + "^";
    return this.field.tell(element("pre", { "aria-hidden": "true" }, line), message);
  }
}

playParts.push(FunctionPart);
