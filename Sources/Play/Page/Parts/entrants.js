// The entrants: for each a card with its marker, its name and its parameters.

class EntrantCard {
  static signs = {
    duplicate: "M2 2h8v2H4v6H2zM6 6h8v8H6zM8 8v4h4V8z",
    remove: "M3 2l5 5 5-5 1 1-5 5 5 5-1 1-5-5-5 5-1-1 5-5-5-5z",
  };

  /** `told` is what the state tells of an optimizer, `look` its entrant in the race. */
  constructor(entrants, told, look) {
    this.entrants = entrants;
    const { title } = look;
    this.title = element("h3", {});
    const buttons = element("span", { class: "card-buttons", role: "group" },
      signButton(EntrantCard.signs.duplicate, `Duplicate ${title}`, () =>
        entrants.duplicate(this)),
      signButton(EntrantCard.signs.remove, `Remove ${title}`, () => entrants.remove(this)));
    this.form = new ParameterForm(told, title, (text, change) =>
      entrants.change(this, text, change));
    this.text = new PanelField(textControl(`${title} as text`), (text, event) =>
      entrants.change(this, text, { event, isEnd: true, field: this.text }));
    this.form.more.append(
      element("div", { class: "as-text" },
        element("span", { class: "sign", "aria-hidden": "true" }, "as text"),
        this.text.control, this.text.error));
    this.form.more.hidden = false;
    this.node = element("section", { class: "card", "aria-label": title },
      element("div", { class: "card-head" }, this.title, buttons), ...this.form.nodes);
    this.show(told, look);
  }

  fits(told, { title }) {
    return this.form.fits(told) && this.node.getAttribute("aria-label") === title;
  }

  show(told, { title, shape, color }) {
    this.title.replaceChildren(markerIcon(shape, 12, color, { hasTrail: true }), title);
    this.form.show(told);
    this.text.show(told.specification);
  }
}

class Entrants {
  constructor(play, read) {
    this.play = play;
    document.getElementById("schedules").append(
      ...read("catalogue").schedules.map(({ example, formula }) =>
        element("option", { value: example, label: formula })));
    this.list = document.getElementById("entrants");
    /** Where the optimizers that are chosen stand; undefined for what has no card yet. */
    this.cards = [];
    this.stated();
  }

  /** Cards are kept where they fit, so that the focus stays in them. */
  stated() {
    const { state, player } = this.play;
    this.cards = state.entrants.map((told, i) => {
      const [card, look] = [this.cards[i], player.race.entrants[i]];
      if (card === undefined || !card.fits(told, look)) return new EntrantCard(this, told, look);
      card.show(told, look);
      return card;
    });
    [this.query, this.isAhead] = [state.query, false];
    this.arrange();
  }

  /** The list shows the cards; what was open stays so. */
  arrange() {
    const nodes = this.cards.map(({ node }) => node);
    const old = [...this.list.children];
    if (nodes.length === old.length && nodes.every((node, i) => node === old[i])) return;
    const opened = [...this.list.querySelectorAll(".more")].map(({ open }) => open);
    this.list.replaceChildren(...nodes);
    if (opened.length !== nodes.length) return;
    this.cards.forEach(({ form }, i) => (form.more.open = opened[i]));
  }

  /** What was chosen since the race is chosen no more: the cards are those of the race again. */
  reverted() {
    if (this.isAhead) this.stated();
    this.query = this.play.state.query;
  }

  /** The number of a card's optimizer among those that are chosen; -1 where another race is
   * chosen, of which there are no cards yet. */
  indexOf(card) {
    return this.play.state.query === this.query ? this.cards.indexOf(card) : -1;
  }

  /** Takes so many cards from a place, and puts others there. */
  splice(i, ...change) {
    this.cards = this.cards.toSpliced(i, ...change);
    this.isAhead = true;
  }

  change(card, text, { event, isEnd, field }) {
    const { state } = this.play;
    const i = this.indexOf(card);
    if (i < 0) return;
    state.optimizers = state.optimizers.with(i, text);
    this.play.pinWindow();
    this.play.ask({ isEnd, since: event.timeStamp, field });
  }

  duplicate(card) {
    const { state } = this.play;
    const i = this.indexOf(card);
    if (i < 0) return;
    state.insertOptimizer(i + 1, state.optimizers[i]);
    this.splice(i + 1, 0, undefined);
    this.play.ask({ isWhole: true });
  }

  /** The last one stays. */
  remove(card) {
    const { state } = this.play;
    const i = this.indexOf(card);
    if (i < 0 || state.optimizers.length === 1) return;
    state.removeOptimizer(i);
    this.splice(i, 1);
    this.play.ask({ isWhole: true });
    card.node.remove();
    const neighbour = this.cards[Math.max(i - 1, 0)] ?? this.cards.find((other) => other);
    const next = neighbour?.node.querySelector("button:last-of-type");
    (next ?? document.getElementById("add-optimizer")).focus();
  }
}

playParts.push(Entrants);
