// What the reader has chosen: the query that asks for the race, and that the address shows.

class PlayState {
  /** `told` is what the server made of the query. */
  constructor(told) {
    this.take(told);
  }

  /** What the server made of the race that is shown. */
  tell(told) {
    this.told = told;
  }

  /** The same, and nothing else is chosen any more. */
  take(told) {
    this.tell(told);
    this.query = new URLSearchParams(told.query);
    this.settle(this.text);
  }

  /** What a race has been made of. */
  settle(text) {
    this.good = text;
  }

  /** Back to what there is a race of. */
  revert() {
    this.query = new URLSearchParams(this.good);
  }

  get entrants() {
    return this.told.entrants;
  }

  get function() {
    return this.told.function;
  }

  /** What holds where nothing is said of a setting, where that is known. */
  usual(key) {
    return this.told.usual[key];
  }

  /** The value of a key; null where nothing is said. */
  get(key) {
    return this.query.get(key);
  }

  /** Says something, or, with null, no longer. */
  set(key, value) {
    if (value === null || value === "") this.query.delete(key);
    else this.query.set(key, value);
  }

  setAll(key, values) {
    this.query.delete(key);
    for (const value of values) this.query.append(key, value);
  }

  get optimizers() {
    return this.query.getAll("optimizers");
  }

  set optimizers(list) {
    this.setAll("optimizers", list);
  }

  insertOptimizer(i, specification) {
    this.optimizers = this.optimizers.toSpliced(i, 0, specification);
    this.spliceLooks(i, 0, "-");
    this.hidden = this.hidden.map((place) => (place < i ? place : place + 1));
  }

  removeOptimizer(i) {
    this.optimizers = this.optimizers.toSpliced(i, 1);
    this.spliceLooks(i, 1);
    this.hidden = this.hidden.filter((place) => place !== i)
      .map((place) => (place < i ? place : place - 1));
  }

  /** The places of the entrants that are not shown. */
  get hidden() {
    return hiddenIn(this.query);
  }

  set hidden(places) {
    this.set("hidden", places.map((place) => place + 1).join(","));
  }

  /** Which entrants of the race that was asked for by a text are hidden: as it is chosen by now
   * where they are the same. */
  hiddenOf(text) {
    const asked = new URLSearchParams(text);
    const isSame = asked.getAll("optimizers").join("&") === this.optimizers.join("&");
    return isSame ? this.hidden : hiddenIn(asked);
  }

  /** Names and colours go with their entrants. */
  spliceLooks(i, ...change) {
    for (const key of ["label", "color"]) {
      const looks = this.query.getAll(key);
      if (i < looks.length) this.setAll(key, looks.toSpliced(i, ...change));
    }
  }

  /** Another function is descended from its own start and shown as it is usual. */
  forgetPlace() {
    this.forgetStart();
    for (const key of ["window", "plane", "title", "subtitle", "note"]) this.set(key, null);
  }

  /** The function's own start is meant. */
  forgetStart() {
    for (const key of ["start", "starts"]) this.set(key, null);
  }

  get text() {
    return this.query.toString();
  }

  /** Colons, commas and slashes stay readable in the address. */
  get address() {
    const readable = { "%3A": ":", "%2C": ",", "%2F": "/", "%28": "(", "%29": ")" };
    return "?" + this.text.replace(/%(3A|2C|2F|28|29)/g, (code) => readable[code]);
  }
}

/** The places of the entrants that a query hides; it counts them from 1. */
function hiddenIn(query) {
  const text = query.get("hidden") ?? "";
  return text === "" ? [] : text.split(",").map((number) => Number(number) - 1);
}
