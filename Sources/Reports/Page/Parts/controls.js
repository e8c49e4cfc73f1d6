// What is shown, against what, and of which targets.

const optionTitles = {
  axis: { ...axisTitles },
  cost: {
    equal: "equal: each query 1", "reverse-mode": "reverse mode: gradient 2",
    "black-box": "black box: gradient n", own: "own numbers",
  },
  unit: { plain: "nothing", variables: "n", "simplex-gradients": "n + 1" },
  scale: { absolute: "absolute", relative: "relative to the start", found: "relative to the lowest found" },
  theme: { "": "as the system's", light: "light", dark: "dark", projector: "projector" },
};

/** Where each control means something. */
const uses = {
  problem: ["excess"], kind: ["excess"], bands: ["excess"], runs: ["excess"],
  axis: ["excess", "reached", "data", "performance", "ert"],
  cost: ["excess", "reached", "data", "performance", "ert"],
  weights: ["excess", "reached", "data", "performance", "ert"],
  unit: ["excess", "reached", "data", "ert"],
  scale: ["reached", "data", "performance", "ert", "final"],
  levels: ["reached", "data", "performance", "ert", "final"],
  target: ["ert", "final"], log: ["excess", "reached", "data", "performance"],
};

class Controls {
  constructor(page) {
    this.page = page;
    this.fields = Object.fromEntries(
      Array.from(document.querySelectorAll("[name]"), (field) => [field.name, field])
        .filter(([name]) => name in defaults));
    const { study } = page;
    const offered = study.axes.filter((axis) => Work.isOffered(study, axis));
    this.fill("show", Object.keys(showTitles), showTitles);
    this.fill("axis", offered, optionTitles.axis);
    this.fill("cost", [...study.costs, "own"], optionTitles.cost);
    this.fill("unit", study.units, optionTitles.unit);
    this.fill("scale", study.scales, optionTitles.scale);
    this.fill("theme", Object.keys(optionTitles.theme), optionTitles.theme);
    document.getElementById("sets").append(
      ...study.targets.map(({ name }) => element("option", { value: name })));
    this.allowed = Object.fromEntries(
      ["show", "axis", "cost", "unit", "scale", "theme", "kind"].map((name) =>
        [name, Array.from(this.fields[name].options, ({ value }) => value)]));
    for (const [name, field] of Object.entries(this.fields)) this.listen(name, field);
    document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  }

  fill(name, values, titles) {
    const field = this.fields[name];
    const isSame = field.options.length === values.length
      && values.every((value, i) => field.options[i].value === value);
    if (isSame) return;
    field.replaceChildren(...values.map((value) =>
      element("option", { value }, titles?.[value] ?? value)));
  }

  listen(name, field) {
    const isText = field.matches("[type=text], [type=search]");
    field.addEventListener(isText && name === "q" ? "input" : "change", () => {
      const value = field.type === "checkbox" ? (field.checked ? "1" : "0") : field.value;
      if (!this.isValid(name, field, value)) return;
      this.page.change(this.changes(name, value));
    });
  }

  /** What is none is told at once, and changes nothing. */
  isValid(name, field, value) {
    const wrong = {
      weights: () => parsedWeights(value) === null
        && "expected whole numbers as in values=1,gradients=2, not all 0",
      levels: () => value.trim() !== "" && parsedLevels(value, this.page.study.targets) === null
        && "expected numbers from 0 on as in 1e-2, 1e-4, or usual, coco or more-wild",
    }[name]?.() || "";
    field.setCustomValidity(wrong);
    if (wrong !== "") field.reportValidity();
    return wrong === "";
  }

  /** Levels of one scale mean nothing on another. */
  changes(name, value) {
    // What Moré and Wild's profiles are of.
    if (name === "show" && value === "data") {
      return { show: value, scale: "found", levels: "", target: "", unit: "simplex-gradients" };
    }
    if (name === "scale") return { scale: value, levels: "", target: "" };
    if (name !== "levels") return { [name]: value };
    const named = this.page.study.targets.find((set) => set.name === value.trim());
    return { levels: value.trim(), ...(named === undefined ? {} : { scale: named.scale }) };
  }

  update() {
    const { state, choice, study } = this.page;
    const problems = choice.problems.map((i) => study.problems[i].name);
    this.fill("problem", problems, null);
    const levelNames = choice.levels.map((level) => [String(level), levelText(level)]);
    this.fill("target", levelNames.map(([name]) => name), Object.fromEntries(levelNames));
    for (const [name, field] of Object.entries(this.fields)) {
      if (field.type === "checkbox") field.checked = state[name] === "1";
      else if (document.activeElement !== field || field.tagName === "SELECT") {
        field.value = state[name];
      }
      const isUsed = (uses[name] ?? [state.show]).includes(state.show);
      field.closest("label").hidden = !isUsed;
    }
    const { problem, target, levels, cost, weights } = this.fields;
    problem.value = study.problems[choice.problem]?.name ?? "";
    target.value = String(choice.levels[choice.target]);
    levels.value = state.levels === "" ? choice.levels.map(levelText).join(", ") : state.levels;
    const isCosted = state.axis === "evaluations" && !cost.closest("label").hidden;
    cost.closest("label").hidden = !isCosted;
    weights.closest("label").hidden = !(isCosted && state.cost === "own");
  }
}

/** "1e-5", as one writes it. */
function levelText(level) {
  const [mantissa, power] = level.toExponential().split("e");
  return Math.abs(Number(power)) < 3 ? String(level) : `${mantissa}e${Number(power)}`;
}
