// The page of descent play: the player, and what can be changed.

class Play {
  /** So long, in milliseconds, an answer is waited for before the page says so. */
  static patience = 400;

  constructor(player, read) {
    this.player = player;
    this.state = new PlayState(read("state"));
    this.live = new Live(player, this.state, {
      onAnswer: (answer, question) => this.answered(answer, question),
      onError: (error) => this.failed(error),
    });
    this.message = document.getElementById("play-error");
    this.main = document.querySelector("main");
    const dragging = new Dragging(player.parts, {
      isPossible: () => this.hasStartsOnMap,
      moved: (point, time, isEnd) => this.moveStart(point, time, isEnd),
    });
    new Roaming(this, dragging);
    this.relief = new Relief(player);
    this.dragTold = element("p", { id: "drag-help" });
    document.getElementById("notes").after(this.dragTold);
    [this.asker, this.complaint] = [null, null];
    this.setBusy(false);
    this.parts = playParts.map((Part) => new Part(this, read));
    this.showState();
    const error = read("error");
    if (error !== null) this.failed(error);
  }

  /** Asks for the race as it is chosen now: with `isWhole` its map too, with `isEnd` all that a
   * change leads to. `since` is the time of the event that asks; what is wrong is told at `field`,
   * or above the race. */
  ask({ isWhole, isEnd, since, field = null }) {
    this.asker = field;
    this.setBusy(true);
    this.live.ask({ isWhole, isEnd, since });
  }

  /** Whether the race shown is not yet the one that was chosen. */
  setBusy(isBusy) {
    this.main.setAttribute("aria-busy", String(isBusy));
    this.setWaiting(isBusy);
  }

  /** What takes long says so, however often it is asked for meanwhile. While races come in time
   * nothing moves but they: each picture of the sign would take the browser as long as a race. */
  setWaiting(isWaiting) {
    if (isWaiting) {
      this.timer ??= window.setTimeout(() => this.showWaiting(true), Play.patience);
    } else {
      this.restart();
      this.showWaiting(false);
    }
  }

  /** What is waited for from now on is waited for anew. */
  restart() {
    window.clearTimeout(this.timer);
    this.timer = null;
  }

  showWaiting(isShown) {
    document.body.classList.toggle("is-waiting", isShown);
  }

  tell(text) {
    this.message.textContent = text;
    this.message.hidden = text === "";
  }

  /** At the control that asked stands what is wrong, without the name of the setting, else above
   * the race. */
  failed({ setting = null, error }) {
    this.setBusy(false);
    this.clear();
    for (const part of this.parts) part.reverted?.();
    this.complaint = this.asker ?? this;
    const isNamed = this.asker === null || !error.startsWith(setting + ": ");
    this.complaint.tell(isNamed ? error : error.slice(setting.length + 2));
  }

  clear() {
    this.complaint?.tell("");
    this.complaint = null;
  }

  /** `isEnd` says that nothing more is asked for and the state is that of the race. */
  answered(answer, question) {
    this.clear();
    if (question.isEnd) this.stated();
    this.restart();
    this.setBusy(!question.isEnd);
    if (!this.live.isAsked) this.setWaiting(false);
    for (const part of this.parts) part.answered?.(answer, question);
  }

  /** Every control shows what there is a race of. */
  stated() {
    describe(this.player.race);
    this.showState();
    for (const part of this.parts) part.stated?.();
  }

  /** What the page tells of the state beside its parts: the words below the title, and what a drag
   * of the map moves. */
  showState() {
    document.querySelector(".subtitle")?.remove();
    const subtitle = this.state.get("subtitle");
    if (subtitle !== null) {
      document.querySelector("h1").after(element("p", { class: "subtitle" }, subtitle));
    }
    this.player.parts.map.surface.canvas.classList.toggle("moves-no-start", !this.hasStartsOnMap);
    this.dragTold.textContent = this.dragHelp;
  }

  /** Whether a place on the map is the place to start from: only where the map is all there is, and
   * all start at one. */
  get hasStartsOnMap() {
    return this.whyNoStart === null;
  }

  /** Why a place on the map is no start; null where it is. */
  get whyNoStart() {
    const { variables } = this.state.function;
    if (this.state.get("starts") !== null) return "starts are many";
    if (variables > 2) return `a start has ${variables} numbers`;
    return this.state.get("plane") === null ? null : "the map is turned";
  }

  get dragHelp() {
    const { whyNoStart } = this;
    return whyNoStart === null
      ? "drag moves the start, with shift the map"
      : `drag moves the map (${whyNoStart}: see Run)`;
  }

  /** Coordinates with as many digits as the map's pixels tell. */
  moveStart(point, since, isEnd) {
    const { whole } = this.player.parts.map.window;
    const spans = [whole.right - whole.left, whole.top - whole.bottom];
    const texts = point.map((value, i) => roundedTo(value, spans[i] / 1e4));
    this.state.set("start", texts.slice(0, this.player.race.curve === null ? 2 : 1).join(","));
    this.pinWindow();
    this.ask({ isEnd, since });
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

const player = new Player(JSON.parse(document.getElementById("race").textContent));
window.addEventListener("load", () => {
  player.start(document.getElementById("background"));
  player.playback.seek(player.last);
  player.parts.map.forgetPlaces();
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  player.play = new Play(player, read);
});
