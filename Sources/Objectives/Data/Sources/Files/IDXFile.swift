import Specifications

/// A file of the MNIST family: unsigned bytes in an array of as many dimensions as its head says.
///
/// Reference: Y. LeCun, C. Cortes and C. J. C. Burges, "The MNIST database of handwritten digits":
/// a magic number, the size of each dimension, four bytes each with the highest first, the data.
struct IDXFile {
  /// What a file holds, which its magic number tells.
  enum Content: UInt32 {
    case labels = 0x0801
    case images = 0x0803

    var dimensions: Int { Int(rawValue & 0xFF) }
    var name: String { self == .labels ? "labels" : "images" }
  }

  let path: String
  /// Of each dimension: the first is the number of examples.
  let sizes: [Int]
  /// Of all examples.
  let bytes: ArraySlice<UInt8>

  var count: Int { sizes[0] }
  /// Bytes of an example.
  var width: Int { sizes.dropFirst().reduce(1, *) }

  init(_ path: String, _ content: Content) throws(SpecificationError) {
    let expected = "an IDX file of \(content.name)"
    let all = try DataFile.bytes(path, expected: expected)
    let head = 4 * (content.dimensions + 1)
    guard all.count >= 4, Self.word(all, 0) == content.rawValue else {
      let found = all.count < 4 ? "is too short" : "begins with \(Self.hex(Self.word(all, 0)))"
      throw SpecificationError(
        "'\(path)' \(found); expected \(Self.hex(content.rawValue)), as \(expected) has",
        kind: .badData)
    }
    guard all.count >= head else {
      throw SpecificationError(
        "'\(path)' ends within its head; expected \(expected)", kind: .badData)
    }
    sizes = (1...content.dimensions).map { Int(Self.word(all, 4 * $0)) }
    // As a double, as the product of three sizes need not fit into a whole number.
    let count = sizes.reduce(Double(1)) { $0 * Double($1) } + Double(head)
    guard count == Double(all.count) else {
      let shape = sizes.map(String.init).joined(separator: " × ")
      throw SpecificationError(
        "'\(path)' has \(all.count) bytes; expected \(NumberText.short(count)) for \(shape) "
          + content.name, kind: .badData)
    }
    guard sizes.allSatisfy({ $0 > 0 }) else {
      throw SpecificationError("'\(path)' is empty; expected \(expected)", kind: .badData)
    }
    self.path = path
    bytes = all[head...]
  }

  private static func word(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    bytes[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func hex(_ word: UInt32) -> String {
    let digits = String(word, radix: 16)
    return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
