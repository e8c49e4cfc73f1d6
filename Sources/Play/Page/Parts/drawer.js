// Where the settings are: beside the race in wide windows, over it where the reader wants them in
// narrow ones; and the map and the chart alone.

class Drawer {
  constructor(play) {
    const find = (id) => document.getElementById(id);
    play.drawer = this;
    [this.panel, this.opener] = [find("panel"), find("open-panel")];
    this.bare = new Bare(play.player);
    this.isWide = window.matchMedia("(min-width: 960px)");
    this.isWide.addEventListener("change", () => this.open(this.isWide.matches));
    this.opener.addEventListener("click", () => this.toggle());
    find("close-panel").addEventListener("click", () => this.toggle());
    find("bare").addEventListener("click", () => this.strip());
    find("dress").addEventListener("click", () => this.strip());
    const { actions } = play.player.parts.keys;
    actions.s = () => this.toggle();
    actions.h = () => this.strip();
    actions.Escape = () => this.escape();
    find("help").append(" · s settings · h map and chart alone");
    this.open(this.isWide.matches);
  }

  open(isOpen) {
    this.isOpen = isOpen;
    document.body.classList.toggle("has-panel", isOpen);
    this.opener.setAttribute("aria-expanded", String(isOpen));
  }

  /** The focus goes along. */
  toggle() {
    this.bare.isOn = false;
    this.open(!this.isOpen);
    if (this.isOpen) document.getElementById("close-panel").focus();
    else this.opener.focus();
  }

  /** The focus goes along where what has it is no longer seen. */
  strip() {
    this.bare.isOn = !this.bare.isOn;
    if (document.activeElement.getClientRects().length > 0) return;
    const next = this.bare.isOn ? "dress" : this.isOpen ? "bare" : "open-panel";
    document.getElementById(next).focus();
  }

  escape() {
    if (this.bare.isOn) this.strip();
    else if (this.isOpen && !this.isWide.matches) this.toggle();
  }
}

playParts.push(Drawer);
