import Testing

@testable import Contours

struct UncheckedNumberTests {
  private static let ends = [
    Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
    .leastNonzeroMagnitude, 0, -1, 2,
  ]

  @Test(arguments: ends, ends)
  func rangesHaveAFiniteExtent(_ a: Double, _ b: Double) {
    let range = ClosedRange(between: a, b)
    #expect((range.upperBound - range.lowerBound).isFinite)
    #expect(range == ClosedRange(between: b, a))
  }

  @Test func whatIsFiniteStays() {
    #expect(ClosedRange(between: 2, -1) == -1...2)
    #expect(ClosedRange(between: .nan, 3) == 3...3)
    #expect(ClosedRange(between: .nan, .nan) == 0...0)
    #expect(ClosedRange(of: [.nan, 2, .infinity, -1]) == -1...2)
    #expect(ClosedRange(of: [.nan, -.infinity]) == nil)
  }

  @Test(arguments: [
    (2.9, 2), (-2.9, -2), (Double.nan, 0), (.infinity, Int.max), (-.infinity, Int.min),
    (1e19, Int.max), (-0x1p63, Int.min), (.leastNonzeroMagnitude, 0),
  ])
  func numbersAreCutToWholeOnes(_ number: Double, _ whole: Int) {
    #expect(Int(clamping: number) == whole)
  }
}
