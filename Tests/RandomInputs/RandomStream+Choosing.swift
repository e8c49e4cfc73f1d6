import LinearAlgebra

extension RandomStream {
  /// One of the choices, each as likely as the others.
  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &self)]
  }

  /// True once in `n` times.
  mutating func once(in n: Int) -> Bool { Int.random(in: 0..<n, using: &self) == 0 }

  /// The bytes with a few of them taken out, put in, changed or repeated.
  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let place = Int.random(in: 0...bytes.count, using: &self)
      let new = once(in: 4) ? UInt8.random(in: .min ... .max, using: &self) : pick(Self.special)
      switch Int.random(in: 0..<4, using: &self) {
      case 0: bytes.insert(new, at: place)
      case 1 where place < bytes.count: bytes.remove(at: place)
      case 2 where place < bytes.count: bytes[place] = new
      default:
        let end = min(bytes.count, place + Int.random(in: 0...20, using: &self))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      }
    }
    return bytes
  }

  /// Bytes that mean something to one of the readers.
  private static let special = Array("0123456789.-+eE,:;=/()[]{}\"'\\#&*!|>%@`~ \n\t\u{1B}\0".utf8)

  /// A number as a user, a slip or an enemy may write it.
  mutating func number() -> String {
    switch Int.random(in: 0..<4, using: &self) {
    case 0: return String(Int.random(in: -3...30, using: &self))
    case 1: return String(Double.random(in: -3...3, using: &self))
    case 2: return pick(["0.1", "0.01", "0.9", "1e-3", "1", "2", "0", "10"])
    default: return pick(Self.extremes)
    }
  }

  private static let extremes = [
    "1e308", "-1e308", "5e-324", "1e-300", "-0", "nan", "inf", "-inf", "1e400", "1e999999999",
    "9223372036854775807", "-9223372036854775808", "18446744073709551616", "0.999999999999",
    "1e3", "0x10", "1_000", "٣", "", " ", "pi", "1/3", "0,5", "true", "none",
  ]
}
