// Which values the places of a slider stand for, as searches for good values spread their trials.

class SliderScale {
  /** The places are whole numbers from 0 to this. */
  static most = 400;

  constructor({ low, high, scale, isWhole = false }) {
    this.low = low;
    this.high = high;
    this.scale = scale;
    this.isWhole = isWhole;
  }

  /** What lies evenly along the slider. */
  even(value) {
    if (this.scale === "logarithmic") return Math.log10(value);
    if (this.scale === "belowOne") return -Math.log10(1 - value);
    return value;
  }

  place(value) {
    const [low, high] = [this.even(this.low), this.even(this.high)];
    const bounded = Math.min(Math.max(value, this.low), this.high);
    return Math.round((SliderScale.most * (this.even(bounded) - low)) / (high - low));
  }

  /** With as few digits as neighbouring places need; the ends as they are. */
  value(place) {
    if (place <= 0) return this.low;
    if (place >= SliderScale.most) return this.high;
    const [low, high] = [this.even(this.low), this.even(this.high)];
    const even = low + ((high - low) * place) / SliderScale.most;
    if (this.isWhole) return Math.round(this.scale === "logarithmic" ? 10 ** even : even);
    if (this.scale === "logarithmic") return Number((10 ** even).toPrecision(3));
    if (this.scale === "belowOne") {
      return Number((1 - Number((10 ** -even).toPrecision(3))).toPrecision(12));
    }
    return Number(roundedTo(even, (this.high - this.low) / SliderScale.most));
  }
}

/** Written with no more decimals than a resolution has. */
function roundedTo(value, resolution) {
  const decimals = Math.max(0, Math.ceil(-Math.log10(resolution)));
  return decimals > 20 ? String(value) : String(Number(value.toFixed(decimals)));
}
