import CTiles
import Testing

@testable import Rendering

@Suite struct HuffmanTests {
  static let counts: [[UInt64]] = [
    [5, 9, 12, 13, 16, 45], [1, 1, 1, 1, 1], [0, 3, 0, 1_000_000, 1], [7, 7],
    // The best code is a comb: one bit longer for each symbol.
    (0..<30).map { 1 << UInt64($0) },
  ]

  @Test(arguments: counts, [7, 15])
  func wordsFillTheTreeWithinTheLimit(counts: [UInt64], limit: Int) {
    let lengths = HuffmanLengths.lengths(for: counts, limit: limit)
    #expect(lengths.allSatisfy { $0 <= limit })
    #expect(zip(counts, lengths).allSatisfy { ($0 == 0) == ($1 == 0) })
    let filled = lengths.filter { $0 > 0 }.reduce(0) { $0 + 1 << (limit - $1) }
    #expect(filled == 1 << limit)
  }

  @Test func theTextbooksCodeIsFound() {
    #expect(
      HuffmanLengths.lengths(for: [5, 9, 12, 13, 16, 45], limit: 15) == [4, 4, 3, 3, 3, 1])
    #expect(HuffmanLengths.lengths(for: [0, 4], limit: 15) == [0, 1])
    #expect(HuffmanLengths.lengths(for: [0, 0], limit: 15) == [0, 0])
  }

  /// The example of RFC 1951, 3.2.2, whose words are sent with the first bit lowest.
  @Test func wordsAreCanonical() {
    let code = HuffmanCode(counts: [4, 4, 4, 4, 4, 9, 2, 2], limit: 15)
    #expect(code.lengths == [3, 3, 3, 3, 3, 2, 4, 4])
    #expect(code.words.map(\.bits) == [0b010, 0b110, 0b001, 0b101, 0b011, 0b00, 0b0111, 0b1111])
  }

  /// Every length has a symbol of its own with extra bits; RFC 1951, 3.2.5.
  @Test func lengthsHaveTheirSymbols() {
    var seen: Set<[UInt32]> = []
    for length in 3...258 as ClosedRange<UInt32> {
      var count: UInt32 = 0
      var extra: UInt32 = 0
      let symbol = descent_length_symbol(length, &count, &extra)
      seen.insert([symbol, extra])
      #expect(257...285 ~= symbol && extra < 1 << count)
    }
    #expect(seen.count == 256)
    let samples: [(UInt32, UInt32, UInt32)] = [
      (3, 257, 0), (10, 264, 0), (11, 265, 1), (12, 265, 1), (18, 268, 1), (130, 280, 4),
      (257, 284, 5), (258, 285, 0),
    ]
    for (length, symbol, bits) in samples {
      var count: UInt32 = 0
      var extra: UInt32 = 0
      #expect(descent_length_symbol(length, &count, &extra) == symbol)
      #expect(count == bits)
    }
  }
}
