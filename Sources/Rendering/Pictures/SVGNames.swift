/// Cairo names the parts of an SVG file after counters that run on from picture to picture.
/// Renumbered from 1 within the file, the same picture gives the same bytes.
enum SVGNames {
  private static let kinds = ["surface", "image", "source", "mask", "pattern"].map {
    Array($0.utf8)
  }

  static func renumbered(_ svg: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(svg.count)
    var numbers: [[UInt8]: Int] = [:]
    var position = 0
    while position < svg.count {
      result.append(svg[position])
      position += 1
      guard isOpening(svg[position - 1]), let name = name(in: svg[position...]) else { continue }
      let number = numbers[name.old] ?? numbers.count + 1
      numbers[name.old] = number
      result += name.kind + Array(String(number).utf8)
      position += name.old.count
    }
    return result
  }

  /// Names stand after a quotation mark or a number sign.
  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#")
  }

  /// A kind followed by digits, at the start of the text; newer cairo puts a hyphen between.
  private static func name(in text: ArraySlice<UInt8>) -> (kind: [UInt8], old: [UInt8])? {
    guard var kind = kinds.first(where: { text.starts(with: $0) }) else { return nil }
    if text.dropFirst(kind.count).first == UInt8(ascii: "-") { kind.append(UInt8(ascii: "-")) }
    let digits = text.dropFirst(kind.count).prefix {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
    }
    return digits.isEmpty ? nil : (kind, kind + digits)
  }
}
