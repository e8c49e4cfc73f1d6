// Numbers as they stand at axes and in the legend, the same as in films.

function superscript(number) {
  const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  const text = Array.from(String(Math.abs(number)), (digit) => digits[digit]).join("");
  return (number < 0 ? "⁻" : "") + text;
}

function withoutTrailingZeros(text) {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** A number's digits, from the first that is not zero on, and the power of ten of that: the
    shortest that name it, rounded to so many, halves away from zero. */
function decimalDigits(size, count, keepsZeros) {
  const [mantissa, power] = size.toExponential().split("e");
  const shortest = mantissa.replace(".", "");
  let digits = shortest.slice(0, count);
  let exponent = Number(power);
  if (shortest.length > count && shortest[count] >= "5") {
    const raised = String(BigInt(digits) + 1n);
    if (raised.length > digits.length) exponent += 1;
    digits = raised;
  }
  digits = digits.replace(/0+$/, "");
  return { digits: keepsZeros ? digits.padEnd(count, "0") : digits, exponent };
}

/** Digits with a decimal point before the last places. */
function pointedText(digits, places) {
  if (places <= 0) return digits + "0".repeat(-places);
  const padded = digits.padStart(places + 1, "0");
  return padded.slice(0, -places) + "." + padded.slice(-places);
}

/** About so many significant digits: "−1.031", "0.00321", "4.712e-11". */
function valueText(value, digits = 4, keepsZeros = false) {
  if (Number.isNaN(value)) return "undefined";
  const sign = value < 0 ? "−" : "";
  if (Math.abs(value) === Infinity) return sign + "inf";
  if (value === 0) return "0";
  const rounded = decimalDigits(Math.abs(value), digits, keepsZeros);
  const { exponent } = rounded;
  if (exponent < -4 || exponent > 5) {
    const mantissa = pointedText(rounded.digits, rounded.digits.length - 1);
    const power = String(Math.abs(exponent)).padStart(2, "0");
    return sign + mantissa + (exponent < 0 ? "e-" : "e+") + power;
  }
  return sign + pointedText(rounded.digits, rounded.digits.length - 1 - exponent);
}

/** The shortest text that names a number, as specifications write it: "0.0001", "1e-05". */
function shortText(value) {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size <= 2 ** 53)) return String(value);
  return value.toExponential().replace(/[+-](?=\d$)/, "$&0");
}

/** A number that changes from moment to moment, with all its digits, "0.250", so that it stands
    still. */
function changingText(value, digits = 3) {
  return valueText(value, digits, true);
}

/** mantissa · 10^exponent without rounding: "−0.25", "1500", "2·10⁶". */
function decimalText(mantissa, exponent) {
  if (mantissa == 0) return "0";
  const sign = mantissa < 0 ? "−" : "";
  const digits = String(mantissa).replace("-", "");
  const isSmall = exponent < -5 && digits.length + exponent < 0;
  if (digits.length + exponent > 5 || isSmall) {
    const kept = digits.replace(/0+$/, "");
    const head = kept.length > 1 ? kept[0] + "." + kept.slice(1) : kept;
    const power = "10" + superscript(exponent + digits.length - 1);
    return sign + (head === "1" ? power : head + "·" + power);
  }
  if (exponent >= 0) return sign + digits + "0".repeat(exponent);
  const padded = digits.padStart(1 - exponent, "0");
  return sign + withoutTrailingZeros(padded.slice(0, exponent) + "." + padded.slice(exponent));
}

/** Whether numbers on a logarithmic axis are all written out; else each has its power of ten. */
function arePlain(values) {
  return values.every((value) => Math.abs(value) >= 0.001 && Math.abs(value) < 100000);
}

/** "10⁻³", "5·10⁻³"; "1", "10" and "5" plain. */
function powerText(mantissa, exponent) {
  if (exponent === 0) return String(mantissa);
  if (exponent === 1) return String(mantissa * 10);
  return (mantissa === 1 ? "" : mantissa + "·") + "10" + superscript(exponent);
}
