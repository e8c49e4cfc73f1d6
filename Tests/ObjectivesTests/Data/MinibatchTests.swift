import LinearAlgebra
import Objectives
import Testing

@Suite struct MinibatchTests {
  static let samplings = Minibatch.Sampling.allCases

  @Test(arguments: samplings)
  func theSameSeedDrawsTheSame(_ sampling: Minibatch.Sampling) {
    #expect(Self.draws(sampling, 3, of: 10, run: 7) == Self.draws(sampling, 3, of: 10, run: 7))
    #expect(Self.draws(sampling, 3, of: 10, run: 7) != Self.draws(sampling, 3, of: 10, run: 8))
  }

  @Test func epochsVisitEachExampleOnce() {
    let draws = Self.draws(.epochs, 4, of: 10, run: 1)
    #expect(draws.map(\.count) == [4, 4, 2, 4, 4, 2])
    let first = draws[..<3].flatMap { $0 }
    let second = draws[3...].flatMap { $0 }
    #expect(first.sorted() == Array(0..<10))
    #expect(second.sorted() == Array(0..<10))
    #expect(first != second)
  }

  @Test func withoutReplacementNoneComesTwice() {
    for draw in Self.draws(.withoutReplacement, 8, of: 10, run: 3) {
      #expect(draw.count == 8)
      #expect(Set(draw).count == 8)
    }
  }

  /// Of 60,000 examples drawn each of ten comes about 6,000 times, with a deviation of 73.
  @Test(arguments: samplings)
  func allExamplesAreAlike(_ sampling: Minibatch.Sampling) {
    var source = MinibatchSource(Minibatch(size: 6, sampling: sampling), of: 10, run: 5)
    var counts = [Int](repeating: 0, count: 10)
    var drawn = 0
    while drawn < 60_000 {
      source.draw()
      drawn += source.current.count
      for i in source.current { counts[i] += 1 }
    }
    for count in counts { #expect(abs(count - 6000) < 370) }
  }

  private static func draws(
    _ sampling: Minibatch.Sampling, _ size: Int, of count: Int, run: UInt64
  ) -> [[Int]] {
    var source = MinibatchSource(Minibatch(size: size, sampling: sampling), of: count, run: run)
    return (0..<6).map { _ in
      source.draw()
      return source.current
    }
  }
}
