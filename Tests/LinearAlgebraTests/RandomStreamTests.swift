import LinearAlgebra
import Testing

@Suite struct RandomStreamTests {
  /// The first numbers of SplitMix64 from 1234567 as published with other implementations.
  @Test func bitsAreThoseOfSplitMix64() {
    var stream = RandomStream(seed: 1_234_567)
    let numbers = (0..<5).map { _ in stream.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  /// Mean 0, variance 1 and fourth moment 3, within five standard errors.
  @Test func normalsHaveTheMomentsOfTheNormalDistribution() {
    var stream = RandomStream(seed: 7)
    let n = 200_000
    let numbers = (0..<n).map { _ in stream.normal() }
    func mean(_ power: (Double) -> Double) -> Double {
      numbers.reduce(0) { $0 + power($1) } / Double(n)
    }
    let error = 5 / Double(n).squareRoot()
    #expect(abs(mean { $0 }) <= error)
    #expect(abs(mean { $0 * $0 } - 1) <= error * 2.0.squareRoot())
    #expect(abs(mean { $0 * $0 * $0 * $0 } - 3) <= error * 96.0.squareRoot())
  }

  @Test func streamsOfOneSeedDiffer() {
    var first = RandomStream(seed: 3, stream: 0)
    var second = RandomStream(seed: 3, stream: 1)
    #expect(first.next() != second.next())
  }
}
