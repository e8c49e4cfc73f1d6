// What the reader has chosen: the query that asks for the race, and that the address shows.

class PlayState {
  /** `told` is what the server made of the query. */
  constructor(told) {
    this.take(told);
  }

  take({ query, entrants }) {
    this.query = new URLSearchParams(query);
    this.entrants = entrants;
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

  get optimizers() {
    return this.query.getAll("optimizers");
  }

  set optimizers(list) {
    this.query.delete("optimizers");
    for (const specification of list) this.query.append("optimizers", specification);
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
