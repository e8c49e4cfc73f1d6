// The way to the server: the race is asked for anew, and shown as soon as it is there.

class Live {
  /** So long, in milliseconds, an answer is waited for before something newer is asked. */
  static patience = 250;

  constructor(player, state, { onAnswer, onError }) {
    this.player = player;
    this.state = state;
    this.onAnswer = onAnswer;
    this.onError = onError;
    this.page = Math.random().toString(36).slice(2);
    this.wanted = null;
    this.asked = null;
    this.number = 0;
  }

  /** Asks for the race as it is chosen now: with `isWhole` its map too. `since` is the time of
   * the event that asks. While an answer is awaited the last wish alone is kept. */
  ask({ isWhole, since = performance.now() }) {
    this.wanted = { isWhole: isWhole || (this.wanted?.isWhole ?? false), since };
    if (this.asked === null) this.send();
    else if (performance.now() - this.asked.sent > Live.patience) this.send();
  }

  async send() {
    const { text } = this.state;
    const question = { ...this.wanted, text, number: ++this.number, sent: performance.now() };
    this.wanted = null;
    this.asked = question;
    const { status, body } = await this.fetched(question);
    const answer = status === 200 ? JSON.parse(body) : null;
    await readied(answer?.background);
    if (question.number !== this.number) return;
    this.asked = null;
    if (status === 200) this.show(answer, question);
    else if (status !== 503) this.refuse(status === 422 ? JSON.parse(body) : { error: body });
    if (this.wanted !== null) this.send();
  }

  async fetched({ isWhole, text }) {
    const part = isWhole ? "whole" : "runs";
    try {
      const reply = await fetch(`race?part=${part}&page=${this.page}`, {
        method: "POST", body: text,
      });
      return { status: reply.status, body: await reply.text() };
    } catch {
      return { status: 0, body: "the server does not answer; is descent play still running?" };
    }
  }

  /** What was chosen since stays chosen, and may be right. */
  refuse(error) {
    if (this.wanted !== null) return;
    this.state.revert();
    this.onError(error);
  }

  /** From the event to the drawn picture is measured, as "answer". What was chosen since stays
   * chosen. */
  show(answer, { since, text, isWhole }) {
    this.state.settle(text);
    if (isWhole && this.wanted === null) this.state.take(answer.state);
    this.player.show(answer.race, answer.background);
    this.onAnswer(answer, { isEnd: isWhole && this.wanted === null });
    performance.measure("answer", { start: since });
  }
}

/** A picture that has been read once is there at once when it is shown. */
async function readied(picture) {
  if (picture === undefined) return;
  const image = new Image();
  image.src = picture;
  await image.decode();
}
