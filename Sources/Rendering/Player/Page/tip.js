// The numbers beside the pointer.

class Tip {
  constructor(box) {
    this.box = box;
  }

  hide() {
    this.box.hidden = true;
  }

  /** Rows of cells beside a place in the window; a row may be one cell alone. */
  show(rows, x, y) {
    const cells = rows.flatMap((row) =>
      row.map((cell, i) =>
        element("span", { class: row.length === 1 ? "all" : i === 0 ? "name" : "fact" }, cell)));
    this.box.style.gridTemplateColumns = `repeat(${rows.at(-1).length}, auto)`;
    this.box.replaceChildren(...cells);
    this.box.hidden = false;
    const { width, height } = this.box.getBoundingClientRect();
    const right = x + 16 + width > window.innerWidth ? x - 16 - width : x + 16;
    const below = y + 16 + height > window.innerHeight ? y - 16 - height : y + 16;
    this.box.style.left = Math.max(4, Math.min(right, window.innerWidth - width - 4)) + "px";
    this.box.style.top = Math.max(4, below) + "px";
  }
}
