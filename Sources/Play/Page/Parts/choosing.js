// What is chosen beside the race and belongs to its picture: the clock, and who is hidden.

class Choosing {
  constructor(play) {
    this.play = play;
    document.getElementById("clock").addEventListener("change", (event) => this.time(event));
    document.getElementById("legend").addEventListener("change", (event) => this.hide(event));
    play.player.hide(play.state.hidden);
  }

  time({ target, timeStamp }) {
    this.play.state.set("clock", target.value);
    this.play.ask({ isWhole: true, since: timeStamp });
  }

  /** The legend has shown or hidden it already. */
  hide({ timeStamp }) {
    const { state, player } = this.play;
    state.hidden = [...player.race.entrants.keys()].filter((i) => !player.race.entrants[i].isShown);
    this.play.ask({ isEnd: true, since: timeStamp });
  }
}

playParts.push(Choosing);
