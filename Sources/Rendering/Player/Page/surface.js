// A canvas whose unit is the pixel of the style sheet, sharp on every screen.

class Surface {
  constructor(canvas, onResize) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.measure();
    const observer = new ResizeObserver(() => {
      this.measure();
      onResize();
    });
    observer.observe(canvas);
  }

  /** Takes the present size, which is asked for here alone: after something on the page was written
   * it makes the browser lay all out anew. */
  measure() {
    [this.width, this.height] = [this.canvas.clientWidth, this.canvas.clientHeight];
  }

  /** An empty canvas of the size that was measured. */
  begin() {
    const ratio = window.devicePixelRatio || 1;
    const width = Math.round(this.width * ratio);
    const height = Math.round(this.height * ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.clearRect(0, 0, this.width, this.height);
    return this.context;
  }

  /** Where a pointer is on the canvas. */
  place(event) {
    const box = this.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
}

/** The size of the canvas that a context draws on, in pixels of the style sheet. */
function drawnSize(context) {
  const { canvas } = context;
  const { a: ratio } = context.getTransform();
  return { width: canvas.width / ratio, height: canvas.height / ratio };
}
