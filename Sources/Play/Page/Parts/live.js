// The way to the server: the race is asked for anew, and shown as soon as it is there.

class Live {
  /** So long, in milliseconds, an answer is waited for before something newer is asked. */
  static patience = 250;
  /** And at most so long: the server tells within three seconds how far a race came. */
  static longest = 4000;
  /** So long after the server had too much to do it is asked again. */
  static respite = 500;
  /** So many measurements are kept at most. */
  static measurements = 2000;

  constructor(player, state, { onAnswer, onError }) {
    this.player = player;
    this.state = state;
    this.onAnswer = onAnswer;
    this.onError = onError;
    this.line = new Line();
    this.page = Math.random().toString(36).slice(2);
    this.wanted = null;
    this.asked = null;
    /** Grows while nothing comes in time, so that what is slow is shown now and then. */
    this.patience = Live.patience;
  }

  /** Asks for the race as it is chosen now: with `isWhole` its map too, which stays wished for
   * until it is there; with `isEnd` all that a change leads to, unless another change begins
   * before. `since` is the time of the event that asks. While an answer is awaited the last wish
   * alone is kept; where it wants all, and trails alone are awaited, they get no more time than at
   * first. */
  ask({ isWhole = false, isEnd = false, since = performance.now() }) {
    this.wanted = { isWhole: isWhole || this.wanted?.isWhole === true, isEnd, since };
    const isMore = this.asked !== null && wantsAll(this.wanted) && !wantsAll(this.asked);
    const patience = isMore ? Live.patience : this.patience;
    const rest = this.asked === null ? 0 : this.asked.sent + patience - performance.now();
    this.sendIn(rest);
  }

  /** Whether something is asked for, or will be, that is not answered yet. */
  get isAsked() {
    return this.asked !== null || this.wanted !== null;
  }

  /** Sends the last wish, at once or after so many milliseconds. */
  sendIn(rest) {
    window.clearTimeout(this.timer);
    if (rest <= 0) this.send();
    else this.timer = window.setTimeout(() => this.send(), rest);
  }

  /** What is given up for it is no longer fetched; the map that it was to bring is asked for. */
  async send() {
    const isWhole = this.wanted.isWhole || this.asked?.isWhole === true;
    if (this.asked !== null) this.giveUp();
    const question = {
      ...this.wanted, isWhole, text: this.state.text, sent: performance.now(),
      fetching: new AbortController(),
    };
    this.wanted = null;
    this.asked = question;
    const { status, body } = await this.fetched(question);
    const answer = status === 200 ? JSON.parse(body) : null;
    const isReady = await isReadable(answer?.background);
    if (this.asked !== question) return;
    [this.asked, this.patience] = [null, Live.patience];
    if (status === 503) return this.askAgain(question);
    window.clearTimeout(this.timer);
    if (!isReady) this.refuse({ error: "the browser cannot read the map's picture" });
    else if (status === 200) this.show(answer, question);
    else this.refuse(status === 422 ? JSON.parse(body) : { error: body });
    if (this.wanted !== null) this.send();
  }

  giveUp() {
    this.asked.fetching.abort();
    this.line.giveUp();
    this.patience = Math.min(2 * this.patience, Live.longest);
  }

  /** What is asked again and again while something is dragged goes over a line. */
  async fetched({ text, fetching, ...question }) {
    const isAll = wantsAll(question);
    const what = `race?part=${isAll ? "whole" : "runs"}&page=${this.page}`;
    const told = isAll ? null : await this.line.ask(what, text);
    if (told !== null) return told;
    try {
      const reply = await fetch(what, { method: "POST", body: text, signal: fetching.signal });
      return { status: reply.status, body: await reply.text() };
    } catch {
      return { status: 0, body: "the server does not answer; is descent play still running?" };
    }
  }

  /** What the server had no time for is wished for still. */
  askAgain({ isWhole, isEnd, since }) {
    const isWanted = isWhole || this.wanted?.isWhole === true;
    this.wanted = { isEnd, since, ...this.wanted, isWhole: isWanted };
    this.sendIn(Live.respite);
  }

  /** What was chosen since stays chosen, and may be right. */
  refuse(error) {
    if (this.wanted !== null) return;
    this.state.revert();
    this.onError(error);
  }

  /** From the event to the drawn trails is measured, as "answer". What was chosen since stays
   * chosen. */
  show(answer, { since, text }) {
    const isAll = answer.state !== undefined;
    const isEnd = isAll && this.wanted === null;
    if (isAll) this.state.tell(answer.state);
    if (isEnd) this.state.take(answer.state);
    else this.state.settle(text);
    // The same address gives the same picture, whatever was shown before.
    if (isEnd) this.player.parts.map.forgetPlaces();
    this.player.show(answer.race, answer.background, this.state.hiddenOf(text));
    this.onAnswer(answer, { isEnd });
    performance.measure("answer", { start: since });
    const { length } = performance.getEntriesByName("answer");
    if (length >= Live.measurements) performance.clearMeasures("answer");
  }
}

/** Whether a question is for more than trails: the map, or what the end of a change leads to. */
function wantsAll({ isWhole, isEnd }) {
  return isWhole || isEnd;
}

/** Whether a picture, if there is one, can be shown: what has been read once is there at once. */
async function isReadable(picture) {
  if (picture === undefined) return true;
  const image = new Image();
  image.src = picture;
  return image.decode().then(() => true, () => false);
}
