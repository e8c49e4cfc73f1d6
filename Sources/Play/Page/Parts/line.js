// A line to the server that stays open: less lies between a question and its answer than around a
// request of its own.

class Line {
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
    const address = new URL("line", window.location.href);
    address.protocol = "ws:";
    this.isOpen = false;
    this.socket = null;
    try {
      this.socket = new WebSocket(address);
    } catch {
      return;
    }
    const { socket } = this;
    socket.addEventListener("open", () => (this.isOpen = true));
    socket.addEventListener("message", ({ data }) => this.take(data));
    socket.addEventListener("close", () => {
      if (this.socket === socket) this.close();
    });
  }

  take(text) {
    const end = text.indexOf("\n");
    const [number, status] = text.slice(0, end).split(" ").map(Number);
    this.waiting.get(number)?.({ status, body: text.slice(end + 1) });
    this.waiting.delete(number);
  }

  /** Where nothing comes any more. The next question finds another line. */
  leave() {
    if (!this.isOpen) return;
    this.socket.close();
    this.close();
  }

  /** Where none could be opened, none is tried again. */
  close() {
    if (this.isOpen) this.socket = undefined;
    this.isOpen = false;
    for (const resolve of this.waiting.values()) resolve(null);
    this.waiting.clear();
  }
}
