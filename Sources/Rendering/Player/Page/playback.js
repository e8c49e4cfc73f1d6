// Time: it runs while the race plays, and ends with it or, if the reader wishes, begins again.

class Playback {
  constructor(player) {
    this.player = player;
    this.isPlaying = false;
    this.loops = false;
    this.speed = 1;
    this.position = 0;
    this.lastTick = null;
    this.arrival = null;
    this.prefersLittleMotion = window.matchMedia("(prefers-reduced-motion: reduce)");
  }

  /** Clock units a second: at speed 1 a race takes three to twelve seconds. */
  get rate() {
    const { last } = this.player;
    return (this.speed * last) / Math.min(Math.max(last / 10, 3), 12);
  }

  toggle() {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  play() {
    if (this.isPlaying) return;
    if (this.position >= this.player.last) this.position = 0;
    this.isPlaying = true;
    this.arrival = null;
    this.lastTick = null;
    window.requestAnimationFrame((time) => this.tick(time));
    this.player.redraw();
  }

  pause() {
    this.isPlaying = false;
    this.player.redraw();
  }

  seek(position) {
    this.position = Math.min(Math.max(position, 0), this.player.last);
    if (this.position < this.player.last) this.arrival = null;
    this.player.redraw();
  }

  setLoops(loops) {
    this.loops = loops;
    this.player.redraw();
  }

  /** The end stands still for a second before it all begins again. */
  arrive(time) {
    if (!this.loops) {
      this.pause();
      return;
    }
    this.arrival ??= time;
    if (time - this.arrival >= 1000) this.seek(0);
  }

  /** Goes on by the time since the tick before; readers who prefer little motion see two stills a
      second. */
  tick(time) {
    if (!this.isPlaying) return;
    this.lastTick ??= time;
    const elapsed = time - this.lastTick;
    if (!this.prefersLittleMotion.matches || elapsed >= 500) {
      this.lastTick = time;
      this.seek(this.position + (this.rate * Math.min(elapsed, 1000)) / 1000);
      if (this.position >= this.player.last) this.arrive(time);
    }
    window.requestAnimationFrame((next) => this.tick(next));
  }
}
