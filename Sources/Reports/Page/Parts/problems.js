// Which problems count: by name, number of variables, start and function.

class Problems {
  constructor(page) {
    this.page = page;
    const { problems } = page.study;
    const find = (id) => document.getElementById(id);
    this.groups = [
      this.choices(find("sizes"), "n", problems.map(({ n }) => String(n))),
      this.choices(find("starts"), "start", problems.map(({ kind }) => kind)),
    ];
    this.families = this.functions(find("functions"), problems);
    this.chosen = find("chosen");
  }

  /** A box for each value that there is; a single one needs none. */
  choices(field, key, values) {
    const all = [...new Set(values)].sort((a, b) => Number(a) - Number(b) || 0);
    const boxes = all.map((value) => this.box(value, key, [value]));
    field.append(...boxes.map(({ label }) => label));
    field.hidden = all.length < 2;
    return boxes;
  }

  /** A box that leaves values out, or takes them in. */
  box(text, key, values) {
    const input = element("input", { type: "checkbox" });
    input.addEventListener("change", () => {
      const others = this.page.state[key].filter((value) => !values.includes(value));
      this.page.change({ [key]: input.checked ? others : [...others, ...values] });
    });
    return { label: element("label", { class: "switch" }, input, text), input, key, values };
  }

  /** Suites, each with a box for all of it, and its functions. */
  functions(field, problems) {
    const groups = new Map();
    for (const { group, family } of problems) {
      if (!groups.has(group)) groups.set(group, new Set());
      groups.get(group).add(family);
    }
    return Array.from(groups, ([group, names]) => {
      const whole = this.box(`${group} (${names.size})`, "without", [...names]);
      const boxes = Array.from(names, (name) => this.box(name, "without", [name]));
      const list = element("details", {}, element("summary", {}, "one by one"),
        ...boxes.map(({ label }) => label));
      field.append(element("div", { class: "family" }, whole.label, list));
      return [whole, ...boxes];
    }).flat();
  }

  update() {
    const { state, choice, study } = this.page;
    for (const { input, key, values } of [...this.groups.flat(), ...this.families]) {
      const left = values.filter((value) => state[key].includes(value)).length;
      input.checked = left === 0;
      input.indeterminate = left > 0 && left < values.length;
    }
    this.chosen.textContent = `${choice.problems.length} of ${study.problems.length}`;
  }
}
