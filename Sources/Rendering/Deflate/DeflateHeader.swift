/// The head of a deflate block that brings its own codes (RFC 1951, 3.2.7).
enum DeflateHeader {
  /// The order in which the lengths of the code for lengths are sent.
  private static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  /// Appends the head of a last block. The lengths are sent one by one: runs would save some bytes
  /// of a file of thousands.
  static func append(_ literals: HuffmanCode, _ distances: HuffmanCode, to bits: inout BitString) {
    let lengths = literals.lengths + distances.lengths
    var counts = [UInt64](repeating: 0, count: order.count)
    for length in lengths { counts[length] += 1 }
    let code = HuffmanCode(counts: counts, limit: 7)
    bits.append(1, count: 1)
    bits.append(2, count: 2)
    bits.append(UInt32(literals.lengths.count - 257), count: 5)
    bits.append(UInt32(distances.lengths.count - 1), count: 5)
    bits.append(UInt32(order.count - 4), count: 4)
    for symbol in order { bits.append(UInt32(code.lengths[symbol]), count: 3) }
    for length in lengths { bits.append(code.words[length]) }
  }
}
