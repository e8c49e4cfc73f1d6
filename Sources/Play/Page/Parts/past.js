// Earlier races: back and forward in the browser return to them.

class Past {
  /** Browsers refuse addresses that change more often than a hundred times in ten seconds. */
  static pause = 250;

  constructor(play, read) {
    this.play = play;
    this.isOpen = false;
    this.written = 0;
    // What was refused stays to be mended.
    if (read("error") === null) window.history.replaceState(null, "", play.state.address);
    window.addEventListener("popstate", () => this.returnTo(window.location.search.slice(1)));
  }

  returnTo(query) {
    this.play.state.query = new URLSearchParams(query);
    this.isOpen = true;
    this.play.ask({ isWhole: true });
  }

  /** A change is one entry, however many races are shown until it ends. */
  answered(answer, { isEnd }) {
    const { address } = this.play.state;
    const now = performance.now();
    if (!isEnd && this.isOpen && now - this.written < Past.pause) return;
    if (this.isOpen) window.history.replaceState(null, "", address);
    else if (address !== window.location.search) window.history.pushState(null, "", address);
    this.isOpen = !isEnd;
    this.written = now;
  }
}

playParts.push(Past);
