// The page of descent play: the player, and what can be changed.

class Play {
  constructor(player, read) {
    this.player = player;
    this.state = new PlayState(read("state"));
    this.live = new Live(player, this.state, {
      onAnswer: (answer) => this.answered(answer),
      onError: (error) => this.tell(error.error),
    });
    this.message = document.getElementById("play-error");
    const { map, zooming } = player.parts;
    const dragging = new Dragging(map, zooming, (point, time, isEnd) => this.moveStart(point, time, isEnd));
    new Roaming(this, dragging);
    this.relief = new Relief(player);
    const error = read("error");
    if (error !== null) this.tell(error.error);
  }

  tell(text) {
    this.message.textContent = text;
    this.message.hidden = text === "";
  }

  answered({ state }) {
    this.tell("");
    if (state !== undefined) window.history.replaceState(null, "", this.state.address);
  }

  /** Coordinates with as many digits as the map's pixels tell. */
  moveStart(point, since, isEnd) {
    const { whole } = this.player.parts.map.window;
    const spans = [whole.right - whole.left, whole.top - whole.bottom];
    const texts = point.map((value, i) => roundedTo(value, spans[i] / 1e4));
    this.state.set("start", texts.slice(0, this.player.race.curve === null ? 2 : 1).join(","));
    this.pinWindow();
    this.live.ask({ isWhole: isEnd, since });
  }

  /** The map stays where it is while something else changes. */
  pinWindow() {
    if (this.state.get("window") !== null) return;
    const { left, right, bottom, top } = this.player.parts.map.window.whole;
    const ranges = this.player.race.curve === null
      ? `${left}:${right},${bottom}:${top}` : `${left}:${right}`;
    this.state.set("window", ranges);
  }
}

/** Written with no more decimals than a resolution has. */
function roundedTo(value, resolution) {
  const decimals = Math.max(0, Math.ceil(-Math.log10(resolution)));
  return decimals > 20 ? String(value) : String(Number(value.toFixed(decimals)));
}

const player = new Player(JSON.parse(document.getElementById("race").textContent));
window.addEventListener("load", () => {
  player.start(document.getElementById("background"));
  player.playback.seek(player.last);
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  player.play = new Play(player, read);
});
