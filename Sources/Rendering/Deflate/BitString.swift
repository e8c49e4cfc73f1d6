import CTiles

/// Bits in the order of deflate: each byte is filled from its lowest bit.
struct BitString {
  private(set) var bytes: [UInt8]
  /// In bits.
  private(set) var count: Int

  /// Starts with whole bytes.
  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
    count = bytes.count * 8
  }

  /// Appends the lowest bits of a word, the lowest first.
  mutating func append(_ word: UInt32, count added: Int) {
    for place in 0..<added {
      if count.isMultiple(of: 8) { bytes.append(0) }
      bytes[count / 8] |= UInt8(word >> UInt32(place) & 1) << UInt8(count % 8)
      count += 1
    }
  }

  mutating func append(_ word: descent_bits) {
    append(word.bits, count: Int(word.count))
  }
}
