import CTiles

/// The canonical Huffman code of deflate (RFC 1951, 3.2.2), ready to be written.
struct HuffmanCode {
  /// The length of each symbol's word, 0 for a symbol without one.
  let lengths: [Int]
  /// Each symbol's word with its first bit lowest.
  let words: [descent_bits]

  /// The best code for symbols that occur so often, with words of at most `limit` bits.
  init(counts: [UInt64], limit: Int) {
    let lengths = HuffmanLengths.lengths(for: counts, limit: limit)
    var next: UInt32 = 0
    var words = lengths.map { _ in descent_bits() }
    for length in 1...limit {
      for symbol in lengths.indices where lengths[symbol] == length {
        words[symbol] = descent_bits(
          bits: Self.reversed(next, count: length), count: UInt32(length))
        next += 1
      }
      next <<= 1
    }
    self.lengths = lengths
    self.words = words
  }

  private static func reversed(_ word: UInt32, count: Int) -> UInt32 {
    (0..<count).reduce(0) { $0 | (word >> UInt32($1) & 1) << UInt32(count - 1 - $1) }
  }
}
