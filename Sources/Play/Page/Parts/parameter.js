// One parameter of an entrant or of the function: a slider with its number, a choice, or text.

class ParameterField {
  /** `changed` is called with { event, isEnd, field } when `text` has become another. */
  constructor(parameter, owner, changed) {
    this.changed = changed;
    this.text = parameter.value;
    const { name, symbol, summary, range } = parameter;
    const label = `${owner}: ${name}`;
    this.field = new PanelField(this.control(parameter, label), (text, event) =>
      this.change(text, event, true));
    const title = `${name}: ${summary}; ${range}`;
    const sign = element("span", { class: "sign", "aria-hidden": "true" }, symbol || name);
    this.node = element("div", { class: "parameter", title }, sign);
    this.node.classList.toggle("has-name", symbol === "");
    if (parameter.slider !== null) this.addSlider(parameter, label);
    this.node.append(this.field.control, this.field.error);
    this.show(parameter);
  }

  get hasSlider() {
    return this.scale !== undefined;
  }

  control({ choices, range }, label) {
    if (choices.length === 0) {
      return textControl(label, range.endsWith("or a schedule") ? "schedules" : null);
    }
    if (choices.join() !== "true,false") return selectControl(label, choices);
    return element("input", { type: "checkbox", "aria-label": label });
  }

  addSlider({ slider, range }, label) {
    this.scale = new SliderScale({ ...slider, isWhole: range.startsWith("whole") });
    this.slider = element("input", {
      type: "range", min: 0, max: SliderScale.most, step: 1, "aria-label": label + ", slider",
    });
    new Sliding(this.slider, (place, event, isEnd) => this.slide(place, event, isEnd));
    this.node.classList.add("has-slider");
    this.node.append(this.slider);
  }

  slide(place, event, isEnd) {
    const text = shortText(this.scale.value(place));
    this.field.isEdited = false;
    // The slider keeps its width while its thumb is held.
    if (isEnd) this.showNumber(text);
    else this.field.show(text);
    this.slider.setAttribute("aria-valuetext", text);
    this.change(text, event, isEnd);
  }

  change(text, event, isEnd) {
    this.text = text;
    this.changed({ event, isEnd, field: this.field });
  }

  /** The field is as wide as its text. */
  showNumber(text) {
    this.field.show(text);
    const length = String(text.length);
    if (this.node.style.getPropertyValue("--length") === length) return;
    this.node.style.setProperty("--length", length);
  }

  show({ value }) {
    this.text = value;
    this.showNumber(value);
    if (!this.hasSlider) return;
    const number = Number(value);
    // A schedule, or what no slider reaches, stands at no place.
    this.slider.classList.toggle("is-elsewhere", Number.isNaN(number));
    if (!Number.isNaN(number)) this.slider.value = String(this.scale.place(number));
    this.slider.setAttribute("aria-valuetext", value);
  }
}
