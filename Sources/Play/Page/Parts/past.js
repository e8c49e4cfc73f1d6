// Earlier races: back and forward in the browser return to them.

class Past {
  /** While a change goes on the address is written so often, in milliseconds. */
  static pause = 400;
  /** Browsers refuse addresses that change more often: some a hundred times in so many
   * milliseconds. */
  static span = 30_000;
  static most = 95;

  constructor(play, read) {
    this.play = play;
    this.isOpen = false;
    /** When the address was written within the last span. */
    this.times = [];
    // What was refused stays to be mended.
    if (read("error") === null) {
      this.write(() => window.history.replaceState(null, "", play.state.address));
    }
    window.addEventListener("popstate", () => this.returnTo(window.location.search.slice(1)));
  }

  returnTo(query) {
    window.clearTimeout(this.timer);
    this.play.state.query = new URLSearchParams(query);
    this.isOpen = true;
    this.play.ask({ isWhole: true });
  }

  /** A change is one entry, however many races are shown until it ends. */
  answered(answer, { isEnd }) {
    const isSoon = performance.now() - (this.times.at(-1) ?? 0) < Past.pause;
    if (isEnd || !this.isOpen || !isSoon) this.enter(this.play.state.address, isEnd);
  }

  /** What cannot be written now is written a little later, unless something newer is. */
  enter(address, isEnd) {
    window.clearTimeout(this.timer);
    const way = this.isOpen ? "replaceState" : "pushState";
    const isThere = address === window.location.search ||
      this.write(() => window.history[way](null, "", address));
    if (isThere) this.isOpen = !isEnd;
    else this.timer = window.setTimeout(() => this.enter(address, isEnd), Past.pause);
  }

  /** Whether the browser lets the address be written. */
  write(change) {
    const now = performance.now();
    this.times = this.times.filter((time) => now - time < Past.span);
    if (this.times.length >= Past.most) return false;
    this.times.push(now);
    try {
      change();
      return true;
    } catch {
      return false;
    }
  }
}

playParts.push(Past);
