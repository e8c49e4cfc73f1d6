// The entrants: for each a card with its marker, its name and its parameters.

class EntrantCard {
  static signs = {
    duplicate: "M2 2h8v2H4v6H2zM6 6h8v8H6zM8 8v4h4V8z",
    remove: "M3 2l5 5 5-5 1 1-5 5 5 5-1 1-5-5-5 5-1-1 5-5-5-5z",
  };

  constructor(entrants, index, told) {
    this.entrants = entrants;
    this.index = index;
    const { title } = entrants.lookOf(index);
    this.title = element("h3", {});
    const buttons = element("span", { class: "card-buttons", role: "group" },
      signButton(EntrantCard.signs.duplicate, `Duplicate ${title}`, () =>
        entrants.duplicate(this.index)),
      signButton(EntrantCard.signs.remove, `Remove ${title}`, () =>
        entrants.remove(this.index)));
    this.form = new ParameterForm(told, title, (text, change) =>
      entrants.change(this.index, text, change));
    this.text = new PanelField(textControl(`${title} as text`), (text, event) =>
      entrants.change(this.index, text, { event, isEnd: true, field: this.text }));
    this.form.more.append(
      element("div", { class: "as-text" },
        element("span", { class: "sign", "aria-hidden": "true" }, "as text"),
        this.text.control, this.text.error));
    this.form.more.hidden = false;
    this.node = element("section", { class: "card", "aria-label": title },
      element("div", { class: "card-head" }, this.title, buttons), ...this.form.nodes);
    this.show(told);
  }

  fits(told) {
    return this.form.fits(told) && this.node.getAttribute("aria-label") ===
      this.entrants.lookOf(this.index).title;
  }

  show(told) {
    const { title, shape, color } = this.entrants.lookOf(this.index);
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
    this.cards = [];
    this.stated();
  }

  lookOf(i) {
    return this.play.player.race.entrants[i];
  }

  /** Cards are kept where they fit, so that the focus stays in them. */
  stated() {
    const { entrants } = this.play.state;
    const cards = entrants.map((told, i) => {
      const card = this.cards[i];
      if (card === undefined || !card.fits(told)) return new EntrantCard(this, i, told);
      card.show(told);
      return card;
    });
    const isSame = cards.length === this.cards.length &&
      cards.every((card, i) => card === this.cards[i]);
    this.cards = cards;
    if (isSame) return;
    const opened = [...this.list.querySelectorAll(".more")].map(({ open }) => open);
    this.list.replaceChildren(...cards.map(({ node }) => node));
    if (opened.length !== cards.length) return;
    cards.forEach(({ form }, i) => (form.more.open = opened[i]));
  }

  change(i, text, { event, isEnd, field }) {
    const { state } = this.play;
    state.optimizers = state.optimizers.with(i, text);
    this.play.pinWindow();
    this.play.ask({ isWhole: isEnd, since: event.timeStamp, field });
  }

  duplicate(i) {
    this.play.state.insertOptimizer(i + 1, this.play.state.optimizers[i]);
    this.play.ask({ isWhole: true });
  }

  /** The last one stays. */
  remove(i) {
    if (this.play.state.optimizers.length === 1) return;
    this.play.state.removeOptimizer(i);
    this.play.ask({ isWhole: true });
    this.cards[i === 0 ? 1 : i - 1].node.querySelector("button:last-of-type").focus();
  }
}

playParts.push(Entrants);
