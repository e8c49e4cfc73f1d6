// A slider in the reader's hand.

class Sliding {
  /** The thumb's width in pixels, as Chromium has it. */
  static thumb = 16;

  /** `moved` is called with the place, the event and whether that is the end. */
  constructor(slider, moved) {
    this.slider = slider;
    this.moved = moved;
    /** The place that was told before the browser told it; null for none. */
    this.early = null;
    /** The slider's box while a mouse holds the thumb; null while none does. */
    this.box = null;
    /** Whether a place was told that was not the end. */
    this.isUnderWay = false;
    slider.addEventListener("pointerdown", (event) => this.press(event));
    slider.addEventListener("pointermove", ({ clientX }) => (this.x = clientX));
    // Comes at once where browsers know it; `input` waits until the next picture is due.
    slider.addEventListener("pointerrawupdate", (event) => this.hurry(event));
    for (const name of ["pointerup", "pointercancel"]) {
      slider.addEventListener(name, (event) => this.release(event));
    }
    slider.addEventListener("input", (event) => this.tell(event));
    slider.addEventListener("change", (event) => this.end(event));
  }

  /** Fingers may scroll the page instead. */
  press({ pointerType, button, clientX, timeStamp }) {
    if (pointerType !== "mouse" || button !== 0) return;
    this.box = this.slider.getBoundingClientRect();
    [this.x, this.toldAt] = [clientX, timeStamp];
  }

  /** The place whose thumb has its middle at a pixel. */
  placeAt(x) {
    const { left, width } = this.box;
    const share = (x - left - Sliding.thumb / 2) / (width - Sliding.thumb);
    const most = Number(this.slider.max);
    return Math.round(Math.min(Math.max(share, 0), 1) * most);
  }

  hurry(event) {
    const isHeld = this.box !== null && (event.buttons & 1) === 1;
    if (!isHeld || event.timeStamp - this.toldAt < Dragging.pause) return;
    const place = this.placeAt(event.clientX);
    if (place === (this.early ?? Number(this.slider.value))) return;
    [this.early, this.toldAt] = [place, event.timeStamp];
    this.go(place, event);
  }

  /** The browser's word holds. Where it puts the thumb elsewhere it is not hurried any more. */
  tell(event) {
    const place = Number(this.slider.value);
    if (this.box !== null && Math.abs(this.placeAt(this.x) - place) > 1) this.box = null;
    const isTold = place === this.early;
    this.early = null;
    if (!isTold) this.go(place, event);
  }

  go(place, event) {
    this.isUnderWay = true;
    this.moved(place, event, false);
  }

  /** Where the thumb comes back to where it was taken up, browsers tell no change: once they have
   * had their word it ends here. */
  release(event) {
    this.box = null;
    window.setTimeout(() => {
      if (this.isUnderWay) this.end(event);
    });
  }

  end(event) {
    [this.box, this.early, this.isUnderWay] = [null, null, false];
    this.moved(Number(this.slider.value), event, true);
  }
}
