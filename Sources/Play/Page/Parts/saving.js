// The race as files, and in words for the command line.

class Saving {
  constructor(play, read) {
    this.play = play;
    const { formats } = read("catalogue");
    this.format = element("select", { "aria-label": "format" },
      ...formats.map(({ name, summary }) => element("option", { value: name }, `${name}: ${summary}`)));
    this.button = element("button", { type: "button", id: "save", class: "words" }, "Save");
    this.told = element("p", { role: "status", class: "told" });
    this.command = element("code", { id: "command", tabindex: "0" });
    const copies = [
      this.copier("copy-link", "Copy link", () => window.location.href),
      this.copier("copy-command", "Copy command", () => this.command.textContent),
    ];
    document.getElementById("panel").append(
      element("details", { id: "saving", class: "part" },
        element("summary", {}, "Save and share"),
        element("div", { class: "row" }, this.format, this.button),
        this.told, element("div", { class: "row" }, ...copies), this.command));
    this.button.addEventListener("click", () => this.save());
    this.stated();
  }

  copier(id, words, text) {
    const button = element("button", { type: "button", id, class: "words" }, words);
    button.addEventListener("click", async () => {
      try {
        // Browsers have none where a page comes from another machine without encryption.
        await navigator.clipboard.writeText(text());
        this.told.textContent = "copied";
      } catch {
        this.told.textContent = text();
      }
    });
    return button;
  }

  stated() {
    this.command.textContent = this.play.state.told.command;
  }

  async save() {
    this.button.disabled = true;
    this.told.textContent = "saving…";
    try {
      const reply = await fetch("save?format=" + this.format.value, {
        method: "POST", body: this.play.state.text,
      });
      const answer = await reply.text();
      // Who is not let in, or comes when too much is asked, is answered by a line.
      const isJSON = reply.headers.get("Content-Type") === "application/json";
      const { path, written, error } = isJSON ? JSON.parse(answer) : { error: answer.trim() };
      this.told.textContent = reply.ok ? `${path}: ${written}` : error;
    } catch {
      this.told.textContent = "the server does not answer";
    }
    this.button.disabled = false;
  }
}

playParts.push(Saving);
