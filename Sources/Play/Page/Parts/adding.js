// Another entrant: by its name, which is suggested with title and family, or by a specification.

class Adding {
  constructor(play, read) {
    this.play = play;
    const names = read("catalogue").families.flatMap(({ title: family, optimizers }) =>
      optimizers.flatMap(({ name, title, aliases }) =>
        [name, ...aliases].map((value) => ({ value, label: `${title} · ${family}` }))));
    this.names = new Set(names.map(({ value }) => value));
    document.getElementById("optimizer-names").append(
      ...names.map((name) => element("option", name)));
    const control = document.getElementById("add-optimizer");
    this.field = new PanelField(control, () => this.add());
    control.parentElement.after(this.field.error);
    // A name that is taken from the list is meant as it stands.
    control.addEventListener("input", ({ inputType }) => {
      const isChosen = inputType === undefined || inputType === "insertReplacementText";
      if (isChosen && this.names.has(this.field.value)) this.add();
    });
    document.getElementById("add").addEventListener("click", () =>
      this.field.value === "" ? control.focus() : this.add());
  }

  add() {
    const text = this.field.value;
    // Leaving the field for the button is a change and a click: one wish.
    if (text === "" || text === this.added) return;
    const { state } = this.play;
    state.insertOptimizer(state.optimizers.length, text);
    this.added = text;
    this.play.ask({ isWhole: true, field: this });
  }

  /** What was refused may be tried again. */
  tell(message) {
    if (message !== "") this.added = undefined;
    this.field.tell(message);
  }

  stated() {
    const isDone = this.added !== undefined && this.added === this.field.value;
    this.added = undefined;
    if (!isDone) return;
    this.field.isEdited = false;
    this.field.show("");
  }
}

playParts.push(Adding);
