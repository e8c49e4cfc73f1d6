// Quantiles, as Quantiles.swift has them (type 7), and Wilson's interval, as Proportion.swift.

/** Of ascending numbers, infinite ones among them. */
function quantile(sorted, p) {
  const place = p * (sorted.length - 1);
  const low = Math.floor(place);
  const share = place - low;
  if (!(share > 0 && sorted[low] < sorted[low + 1])) return sorted[low];
  return sorted[low] + share * (sorted[low + 1] - sorted[low]);
}

function ascending(values) {
  return Float64Array.from(values).sort();
}

/** In which the probability of success lies in 95 of 100 cases. */
function wilsonInterval(count, total) {
  if (total === 0) return [0, 1];
  const p = count / total;
  const z = 1.959963984540054;
  const z2 = z * z;
  const center = (p + z2 / (2 * total)) / (1 + z2 / total);
  const half = (z / (1 + z2 / total))
    * Math.sqrt((p * (1 - p)) / total + z2 / (4 * total * total));
  return [count === 0 ? 0 : center - half, count === total ? 1 : center + half];
}
