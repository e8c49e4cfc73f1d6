// A control whose reader is told below it what is wrong with what it says.

class PanelField {
  static count = 0;

  /** `changed` is called with the value and the event once the reader is done. */
  constructor(control, changed) {
    this.control = control;
    this.isEdited = false;
    const id = `error-${++PanelField.count}`;
    this.error = element("p", { class: "field-error", role: "alert", id });
    this.error.hidden = true;
    control.addEventListener("input", () => (this.isEdited = true));
    control.addEventListener("change", (event) => {
      this.isEdited = false;
      changed(this.value, event);
    });
  }

  get isBox() {
    return this.control.type === "checkbox";
  }

  get value() {
    return this.isBox ? String(this.control.checked) : this.control.value.trim();
  }

  /** What is being typed stays. */
  show(value) {
    if (this.isEdited) return;
    if (this.isBox) this.control.checked = value === "true";
    else if (this.control.value !== value) this.control.value = value;
  }

  /** What is wrong; nothing with "". */
  tell(...nodes) {
    this.error.replaceChildren(...nodes);
    this.error.hidden = nodes.join("") === "";
    for (const [name, value] of [["aria-invalid", "true"], ["aria-describedby", this.error.id]]) {
      if (this.error.hidden) this.control.removeAttribute(name);
      else this.control.setAttribute(name, value);
    }
  }
}

/** A field for text, whose suggestions stand in the list of a name. */
function textControl(label, list = null) {
  const control = element("input", {
    type: "text", "aria-label": label, autocomplete: "off", autocapitalize: "off",
    spellcheck: "false",
  });
  if (list !== null) control.setAttribute("list", list);
  return control;
}

function selectControl(label, options) {
  const select = element("select", { "aria-label": label });
  select.append(...options.map((value) => element("option", { value }, value)));
  return select;
}

/** A button that a sign names, which is drawn as a path in a square of 16. */
function signButton(path, label, action) {
  const icon = svgElement("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" });
  icon.append(svgElement("path", { d: path }));
  const button = element("button", { type: "button", "aria-label": label, title: label }, icon);
  button.addEventListener("click", action);
  return button;
}
