// What is chosen, and how an address tells it.

/** Lists hold what is switched off. */
const defaults = {
  show: "reached", axis: "evaluations", cost: "equal", weights: "values=1,gradients=2",
  unit: "plain", scale: "absolute", levels: "", target: "", problem: "", kind: "best",
  log: "1", bands: "1", runs: "0", q: "", theme: "",
  hide: [], n: [], start: [], without: [],
};

/** The choice that the part of an address behind # tells; as usual where it has what there is not.
 * `allowed` lists what some keys may be. */
function stateOf(hash, allowed) {
  const told = new URLSearchParams(hash.replace(/^#/, ""));
  return Object.fromEntries(Object.entries(defaults).map(([key, usual]) => {
    if (Array.isArray(usual)) return [key, told.getAll(key)];
    const value = told.get(key) ?? usual;
    return [key, allowed[key]?.includes(value) === false ? usual : value];
  }));
}

/** Only what is not as usual. */
function hashOf(state) {
  const told = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    if (Array.isArray(value)) value.forEach((one) => told.append(key, one));
    else if (value !== defaults[key]) told.set(key, value);
  }
  return "#" + told.toString();
}
