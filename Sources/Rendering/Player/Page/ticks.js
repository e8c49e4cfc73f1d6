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

/** The rungs from one downwards. */
function finerRungs({ mantissa, exponent }) {
  const [one, two, five] = [rung(1, exponent), rung(2, exponent), rung(5, exponent)];
  if (mantissa === 5) return [five, two, one];
  const [below, wellBelow] = [rung(5, exponent - 1), rung(2, exponent - 1)];
  return mantissa === 2 ? [two, one, below] : [one, below, wellBelow];
}

/** Multiples of 1, 2 or 5 times a power of ten, two at least. */
function linearTicks(low, high, target) {
  const span = high / target - low / target;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const slack = span * 1e-6;
  const multiples = (step) => {
    const first = Math.ceil((low - slack) / step.value);
    const last = Math.floor((high + slack) / step.value);
    const isTold = Math.abs(first) < 9e15 && Math.abs(last) < 9e15;
    return isTold ? Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => first + i) : [];
  };
  const steps = finerRungs(nearestRung(span));
  const step = steps.find((step) => multiples(step).length > 1) ?? steps[0];
  // The digits of a label may be more than a number here holds.
  return multiples(step).map((i) => ({
    value: i * step.value,
    label: decimalText(BigInt(i) * BigInt(step.mantissa), step.exponent),
  }));
}

/** 1, 2 and 5 times powers of ten, in order. */
function rungsWithin(low, high) {
  const rungs = [];
  for (let exponent = Math.floor(Math.log10(low)); 10 ** exponent <= high; exponent++) {
    rungs.push(...[1, 2, 5].map((mantissa) => rung(mantissa, exponent)));
  }
  return rungs.filter(({ value }) => low <= value && value <= high);
}

const strides = [1, 2, 3, 5, 10, 20, 50, 100];

/** Powers of ten; with 2 and 5 in between where there are few, with gaps where there are many; where
 * fewer than two of them are labelled, multiples. */
function logarithmicTicks(low, high, target) {
  const rungs = rungsWithin(low / 1.000001, Math.min(high * 1.000001, Number.MAX_VALUE));
  if (rungs.length === 0) return linearTicks(low, high, target);
  const decades = Math.log10(high / low);
  const wanted = decades / target;
  const usual = strides.find((count) => count >= wanted * 0.95) ?? 100;
  const isPlain = arePlain([rungs[0].value, rungs[rungs.length - 1].value]);
  const text = isPlain ? decimalText : powerText;
  const ticks = (stride) => rungs.filter(({ mantissa }) => stride === 1 || mantissa === 1)
    .map(({ mantissa, exponent, value }) => {
      const isLabelled = mantissa === 1 ? exponent % stride === 0 : decades < 2;
      return { value, label: isLabelled ? text(mantissa, exponent) : null };
    });
  return strides.filter((stride) => stride <= usual).reverse().map(ticks)
    .find((all) => all.filter(({ label }) => label !== null).length > 1)
    ?? linearTicks(low, high, target);
}
