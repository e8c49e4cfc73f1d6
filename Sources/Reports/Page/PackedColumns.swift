import Foundation

/// Columns of numbers as one text: doubles as they are, whole numbers in as few bytes as they need.
///
/// A column is known by its place, two whole numbers: its first byte and how many numbers it has.
struct PackedColumns {
  private var bytes: [UInt8] = []

  /// Little-endian doubles, to the last digit, from a multiple of 8 on.
  mutating func add(_ values: [Double]) -> [Int] {
    bytes += Array(repeating: 0, count: (8 - bytes.count % 8) % 8)
    let place = [bytes.count, values.count]
    bytes.reserveCapacity(bytes.count + 8 * values.count)
    for value in values {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return place
  }

  /// Seven bits a byte, the lowest first; all but the last byte of a number have the eighth (LEB128
  /// of the DWARF standard, version 4, section 7.6).
  ///
  /// - Parameter values: from 0 on.
  mutating func add(_ values: [Int]) -> [Int] {
    let place = [bytes.count, values.count]
    for value in values {
      var rest = UInt(value)
      while rest >= 128 {
        bytes.append(UInt8(rest % 128) + 128)
        rest /= 128
      }
      bytes.append(UInt8(rest))
    }
    return place
  }

  /// In base 64.
  var text: String { Data(bytes).base64EncodedString() }
}
