// A field for each parameter of something: those with sliders at once, others behind "more".

class ParameterForm {
  /** `changed` is called with the specification and { event, isEnd, field }. */
  constructor(told, owner, changed) {
    this.told = told;
    this.changed = changed;
    this.fields = told.parameters.map((parameter) =>
      new ParameterField(parameter, owner, (change) => this.changed(this.specification, change)));
    const [first, others] = [true, false].map((isFirst) =>
      this.fields.filter(({ hasSlider }) => hasSlider === isFirst).map(({ node }) => node));
    this.more = element("details", { class: "more" },
      element("summary", { "aria-label": `More of ${owner}` }, "more"), ...others);
    this.more.hidden = others.length === 0;
    this.nodes = [...first, this.more];
  }

  /** Whether the same fields could show something else. */
  fits(told) {
    const shape = ({ head, parameters }) => JSON.stringify([
      head, parameters.map(({ name, slider, choices, range }) => [name, slider, choices, range]),
    ]);
    return shape(told) === shape(this.told);
  }

  show(told) {
    this.told = told;
    this.fields.forEach((field, i) => field.show(told.parameters[i]));
  }

  /** The head with what differs from its defaults. */
  get specification() {
    const { head, parameters } = this.told;
    const changes = parameters
      .map(({ name, default: usual }, i) => ({ name, usual, text: this.fields[i].text }))
      .filter(({ usual, text }) => text !== usual && text !== "")
      .map(({ name, text }) => `${name}=${text}`);
    return changes.length === 0 ? head : `${head}:${changes.join(",")}`;
  }
}
