// What a reader has before them stays where the page is loaded anew, as for another theme.

class Staying {
  static key = "descent play";

  constructor(play) {
    this.play = play;
    play.leave = () => this.leave();
    const kept = JSON.parse(window.sessionStorage.getItem(Staying.key));
    window.sessionStorage.removeItem(Staying.key);
    if (kept !== null) this.restore(kept);
  }

  get parts() {
    return [...document.querySelectorAll("#panel > details")];
  }

  get entrant() {
    return document.querySelector("#narration select");
  }

  /** To the race as it is chosen now. */
  leave() {
    const { player: { playback, last }, drawer, relief, state } = this.play;
    window.sessionStorage.setItem(Staying.key, JSON.stringify({
      share: last > 0 ? playback.position / last : 1,
      panel: drawer.isOpen, opened: this.parts.map(({ open }) => open),
      scroll: drawer.panel.scrollTop, entrant: this.entrant.selectedIndex,
      isSurface: relief.isShown,
    }));
    window.location.assign(state.address);
  }

  restore({ share, panel, opened, scroll, entrant, isSurface }) {
    const { player, drawer, relief } = this.play;
    player.playback.seek(share * player.last);
    drawer.open(panel);
    this.parts.forEach((part, i) => (part.open = opened[i]));
    this.entrant.selectedIndex = entrant;
    drawer.panel.scrollTop = scroll;
    relief.show(isSurface);
  }
}

playParts.push(Staying);
