/// Numbers as people write and read them in specifications and results.
public enum NumberText {
  /// The shortest text that parses back to the same double, whole numbers without a point:
  /// `0.1`, `1000`, `1e-08`, `inf`, `-inf`, `nan`.
  public static func short(_ value: Double) -> String {
    var text: [UInt8] = []
    append(value, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the bytes of `short`.
  public static func append(_ value: Double, to text: inout [UInt8]) {
    guard value.isFinite else {
      text += (value.isNaN ? "nan" : value < 0 ? "-inf" : "inf").utf8
      return
    }
    // Bytes: characters take longer than all else where thousands of numbers are written.
    text += value.description.utf8
    let isNegativeZero = value == 0 && value.sign == .minus
    let end = text.count
    if text[end - 1] == UInt8(ascii: "0"), text[end - 2] == UInt8(ascii: "."), !isNegativeZero {
      text.removeLast(2)
    }
  }

  /// The double that `text` writes in decimal; nil for anything else, hexadecimal included.
  public static func parse(_ text: String) -> Double? {
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && !"xXpP".contains($0) }) else { return nil }
    return Double(text)
  }

  /// The whole number that `text` writes, as in `1000` or `1e3`; nil for anything else.
  public static func parseWhole<Number: FixedWidthInteger>(_ text: String) -> Number? {
    if let number = Number(text) { return number }
    // Up to here a double is the very number that was written.
    guard let value = parse(text), value.magnitude <= 0x1p53 else { return nil }
    return Number(exactly: value)
  }

  /// At most `count` numbers of a list, with a mark where there are more: `1,2,3,...`.
  public static func short(_ values: [Double], atMost count: Int) -> String {
    values.prefix(count).map(short).joined(separator: ",") + (values.count > count ? ",..." : "")
  }

  /// The same with a checksum of all where there are more, so that no two lists read alike:
  /// `1,2,3,...#1x2y3z`.
  public static func distinct(_ values: [Double], atMost count: Int) -> String {
    let text = short(values, atMost: count)
    guard values.count > count else { return text }
    return text + "#" + Checksum.text(of: values.map(short).joined(separator: ","))
  }

  /// A list of doubles, separated by `separator`; nil if one of them is no number.
  public static func parseList(_ text: String, separator: Character = ",") -> [Double]? {
    let pieces = text.split(separator: separator, omittingEmptySubsequences: false)
    let values = pieces.compactMap { parse($0.trimmingSpaces()) }
    return values.count == pieces.count ? values : nil
  }
}
