// Numbers as they stand at axes and in the legend, the same as in films.

function superscript(number) {
  const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  const text = Array.from(String(Math.abs(number)), (digit) => digits[digit]).join("");
  return (number < 0 ? "⁻" : "") + text;
}

function withoutTrailingZeros(text) {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** About so many significant digits: "−1.031", "0.00321", "4.712e-11". */
function valueText(value, digits = 4) {
  if (Number.isNaN(value)) return "nan";
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (size === Infinity) return sign + "inf";
  if (size === 0) return "0";
  const [mantissa, power] = size.toExponential(digits - 1).split("e");
  const exponent = Number(power);
  if (exponent < -4 || exponent > 5) {
    const magnitude = String(Math.abs(exponent)).padStart(2, "0");
    return sign + withoutTrailingZeros(mantissa) + "e" + power[0] + magnitude;
  }
  const places = Math.max(0, digits - 1 - exponent);
  return sign + withoutTrailingZeros(Number(size.toPrecision(digits)).toFixed(places));
}

/** mantissa · 10^exponent without rounding: "−0.25", "1500", "2·10⁶". */
function decimalText(mantissa, exponent) {
  if (mantissa === 0) return "0";
  const sign = mantissa < 0 ? "−" : "";
  const digits = String(Math.abs(mantissa));
  if (digits.length + exponent > 5 || exponent < -5) {
    const kept = digits.replace(/0+$/, "");
    const head = kept.length > 1 ? kept[0] + "." + kept.slice(1) : kept;
    const power = "10" + superscript(exponent + digits.length - 1);
    return sign + (head === "1" ? power : head + "·" + power);
  }
  if (exponent >= 0) return sign + digits + "0".repeat(exponent);
  const padded = digits.padStart(1 - exponent, "0");
  return sign + withoutTrailingZeros(padded.slice(0, exponent) + "." + padded.slice(exponent));
}

/** "10⁻³", "5·10⁻³"; "1", "10" and "5" plain. */
function powerText(mantissa, exponent) {
  if (exponent === 0) return String(mantissa);
  if (exponent === 1) return String(mantissa * 10);
  return (mantissa === 1 ? "" : mantissa + "·") + "10" + superscript(exponent);
}
