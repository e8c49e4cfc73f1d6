// Places on axes that are marked: {value, label}; minor ones have no label.

function rung(mantissa, exponent) {
  return { mantissa, exponent, value: Number(mantissa + "e" + exponent) };
}

/** The nearest of 1, 2 and 5 times a power of ten. */
function nearestRung(value) {
  const exponent = Math.floor(Math.log10(value));
  const rungs = [rung(1, exponent), rung(2, exponent), rung(5, exponent), rung(1, exponent + 1)];
  const distance = (candidate) => Math.abs(Math.log(candidate.value / value));
  return rungs.reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

function linearTicks(low, high, target) {
  const span = (high - low) / target;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const step = nearestRung(span);
  const first = Math.ceil(low / step.value - 1e-6);
  const last = Math.floor(high / step.value + 1e-6);
  const ticks = [];
  for (let i = first; i <= last && ticks.length < 100; i++) {
    ticks.push({ value: i * step.value, label: decimalText(i * step.mantissa, step.exponent) });
  }
  return ticks;
}

/** Powers of ten; with 2 and 5 in between where there are few, with gaps where there are many. */
function logarithmicTicks(low, high, target) {
  const decades = Math.log10(high / low);
  const wanted = decades / target;
  const stride = [1, 2, 3, 5, 10, 20, 50].find((count) => count >= wanted * 0.95) ?? 100;
  const ticks = [];
  for (let exponent = Math.floor(Math.log10(low)); 10 ** exponent <= high * 1.000001; exponent++) {
    for (const mantissa of stride > 1 ? [1] : [1, 2, 5]) {
      const { value } = rung(mantissa, exponent);
      if (value < low / 1.000001 || value > high * 1.000001) continue;
      const isLabelled = mantissa === 1 ? exponent % stride === 0 : decades < 2;
      ticks.push({ value, label: isLabelled ? powerText(mantissa, exponent) : null });
    }
  }
  return ticks;
}
