// Time: it runs while the race plays, rests where something is said, and ends with it or, if the reader wishes, begins again.

class Playback {
  constructor(player) {
    this.player = player;
    this.isPlaying = false;
    this.loops = false;
    this.speed = 1;
    this.position = 0;
    this.lastTick = null;
    this.arrival = null;
    this.restsAt = null;
    this.restsUntil = 0;
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
    if (this.position >= this.player.last) this.seek(0);
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
    [this.restsAt, this.restsUntil] = [null, 0];
    this.moveTo(position);
  }

  moveTo(position) {
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

  /** Goes on, as far as the next moment at which something is said: there the race rests for two
      seconds, as films do. */
  advance(time, elapsed) {
    if (time < this.restsUntil) return;
    const next = this.position + (this.rate * elapsed) / 1000;
    const stop = this.player.saidTimes.find((at) =>
      this.position <= at && at <= Math.min(next, this.player.last) && at !== this.restsAt);
    if (stop !== undefined) [this.restsAt, this.restsUntil] = [stop, time + 2000];
    this.moveTo(stop ?? next);
    if (stop === undefined && this.position >= this.player.last) this.arrive(time);
  }

  /** Goes on by the time since the tick before; readers who prefer little motion see two stills a
      second. */
  tick(time) {
    if (!this.isPlaying) return;
    this.lastTick ??= time;
    const elapsed = time - this.lastTick;
    if (!this.prefersLittleMotion.matches || elapsed >= 500) {
      this.lastTick = time;
      this.advance(time, Math.min(elapsed, 1000));
    }
    window.requestAnimationFrame((next) => this.tick(next));
  }
}
