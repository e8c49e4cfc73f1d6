// A line to the server that stays open: less lies between a question and its answer than around a
// request of its own.

class Line {
  /** Where so many questions are given up, and none has been answered, nothing comes any more: the
   * server tells at once what it leaves for something newer. */
  static most = 2;

  constructor() {
    this.count = 0;
    /** Who waits for an answer, by the number of the question. */
    this.waiting = new Map();
  }

  /** { status, body }; null where there is no line, or it breaks before there is an answer: the
   * next question finds one then. */
  async ask(what, body) {
    if (this.socket === undefined) this.open();
    if (!this.isOpen) return null;
    const number = ++this.count;
    this.socket.send(`${number} ${what}\n${body}`);
    return new Promise((resolve) => this.waiting.set(number, resolve));
  }

  open() {
    this.isOpen = false;
    const socket = newSocket("line");
    this.socket = socket;
    socket?.addEventListener("open", () => (this.isOpen = true));
    socket?.addEventListener("message", ({ data }) => this.take(data));
    // One that has been left closes late, and is another line's no more.
    socket?.addEventListener("close", () => {
      if (this.socket === socket) this.close();
    });
  }

  /** What was asked last is not waited for any longer. A line over which nothing comes is left. */
  giveUp() {
    if (this.waiting.size < Line.most) return;
    this.socket.close();
    this.close();
  }

  take(text) {
    const end = text.indexOf("\n");
    const [number, status] = text.slice(0, end).split(" ").map(Number);
    this.waiting.get(number)?.({ status, body: text.slice(end + 1) });
    this.waiting.delete(number);
  }

  /** Where none could be opened, none is tried again. */
  close() {
    if (this.isOpen) this.socket = undefined;
    this.isOpen = false;
    for (const resolve of this.waiting.values()) resolve(null);
    this.waiting.clear();
  }
}

/** A connection to a place beside the page; null where none may be opened. */
function newSocket(place) {
  const address = new URL(place, window.location.href);
  address.protocol = "ws:";
  try {
    return new WebSocket(address);
  } catch {
    return null;
  }
}
