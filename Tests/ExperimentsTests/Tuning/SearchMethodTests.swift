import Foundation
import Testing

@testable import Experiments

/// How searches choose their trials.
struct SearchMethodTests {
  private struct Reference: Decodable {
    let bits: Int
    let points: [[UInt32]]
  }

  private static func task(
    _ trials: Int, settings: Int = 3, steps: Int = 900, seed: UInt64 = 5
  ) -> SearchTask {
    SearchTask(settings: settings, trials: trials, budget: Budget(steps: steps), seed: seed)
  }

  /// Without a shift, digit by digit those of scipy.stats.qmc.Sobol.
  @Test func sobolPointsAreThoseOfScipy() throws {
    let data = try Data(contentsOf: GoldenFiles.folder.appending(path: "scipy/sobol.json"))
    let reference = try JSONDecoder().decode(Reference.self, from: data)
    #expect(reference.points[0].count == SobolSequence.mostDimensions)
    var sequence = SobolSequence(dimensions: SobolSequence.mostDimensions)
    for point in reference.points {
      #expect(sequence.next().map { $0 >> UInt32(32 - reference.bits) } == point)
    }
  }

  /// Of 2ᵏ points each of 2ᵏ equal parts of each side has one, whatever the shift.
  @Test(arguments: [0, 1, 77] as [UInt64])
  func shiftedSobolPointsAreSpread(seed: UInt64) {
    var search = SearchMethod.sobol.make(Self.task(64, settings: 21, seed: seed))
    let places = search.next(after: [])
    #expect(places.count == 64)
    for side in 0..<21 {
      let parts = places.map { Int($0.shares[side] * 64) }
      #expect(parts.sorted() == Array(0..<64))
    }
    #expect(search.next(after: places.map { _ in 0 }).isEmpty)
  }

  @Test(arguments: SearchMethod.all.map(\.name))
  func searchesSpendWhatTheyMay(name: String) throws {
    let method = try SearchMethod(spelling: name)
    for trials in [0, 1, 2, 3, 4, 7, 49, 100] {
      for steps in [1, 29, 30, 100, 900] {
        var search = method.make(Self.task(trials, steps: steps))
        var (spent, whole) = (0.0, 0)
        var places = search.next(after: [])
        while !places.isEmpty {
          for place in places {
            #expect(place.shares.count == 3)
            #expect(place.shares.allSatisfy { (0...1).contains($0) })
            spent += 1 / Double(place.divisor)
            whole += place.divisor == 1 ? 1 : 0
          }
          places = search.next(after: places.indices.map { Double(($0 * 7) % 5) })
        }
        #expect(spent <= Double(trials) + 1e-9)
        #expect((whole > 0) == (trials > 0), "\(name), \(trials) trials of \(steps) steps")
      }
    }
  }

  /// 8 trials: three rungs, 24 ninths, 8 thirds and 2 whole ones, 2 2/3 + 2 2/3 + 2 of 8, where 100
  /// steps are not divided further; the lowest scores go on.
  @Test func halvingKeepsTheBestThird() {
    var search = SearchMethod.halving.make(Self.task(8, steps: 100))
    let first = search.next(after: [])
    #expect(first.count == 24 && first.allSatisfy { $0.divisor == 9 })
    let second = search.next(after: first.indices.map { Double(24 - $0) })
    #expect(second.map(\.shares) == first.suffix(8).reversed().map(\.shares))
    #expect(second.allSatisfy { $0.divisor == 3 })
    let third = search.next(after: [3, 1, 2, 9, 9, 9, 9, 9])
    #expect(third == [TrialPlace(second[1].shares), TrialPlace(second[2].shares)])
    #expect(search.next(after: [0, 0]).isEmpty)
  }
}
