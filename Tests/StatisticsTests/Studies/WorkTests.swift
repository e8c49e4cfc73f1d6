import Specifications
import Statistics
import Testing

@testable import Experiments

/// What work is counted in.
struct WorkTests {
  private static func counts() -> Counts {
    var counts = Counts()
    for (query, count) in zip(Query.allCases, [7, 5, 3, 2, 1000]) { counts[query] = count }
    return counts
  }

  /// 7 values, 5 gradients, 3 Hessians, 2 products in 4 variables: 7 + 5 · 2 + 3 · 16 + 2 · 4, and
  /// so on.
  @Test(arguments: [
    ("equal", 17.0), ("reverse-mode", 73.0), ("black-box", 65.0),
    ("gradients=2,hessians=0", 19.0), ("values=0", 10.0), ("values=1", 17.0),
  ])
  func evaluationsHaveTheirCosts(spelling: String, expected: Double) throws {
    let cost = try EvaluationCost(spelling: spelling)
    #expect(cost.spelling == spelling)
    #expect(cost.values(of: Self.counts(), dimension: 4) == expected)
  }

  /// Reading what is written gives the axis back, and its work is that of the counts.
  @Test(arguments: [
    ("steps", 2.0, 2.0), ("gradients", 4, 9), ("evaluations", 4, 9),
    ("evaluations:reverse-mode", 8, 18), ("evaluations:black-box", 12, 27),
    ("evaluations:gradients=5", 20, 45), ("samples", 200, 450), ("epochs", 4, 9),
    ("seconds", 0.25, 0.25),
  ])
  func axesReadTheStoredCounts(spelling: String, atEnd: Double, total: Double) throws {
    let axis = try WorkAxis(spelling: spelling)
    #expect(axis.spelling == spelling)
    func counts(_ gradients: Int) -> Counts {
      var counts = Counts()
      (counts[.gradients], counts[.samples]) = (gradients, 50 * gradients)
      return counts
    }
    var run = try SampleRun.make(n: 3, [3, 2, 1], counts: { counts(2 * $0) }, spent: counts(9))
      .trajectory
    run.exampleCount = 50
    run.seconds = [0, 0.125, 0.25]
    #expect(axis.isKnown(of: run))
    #expect(axis.work(of: run, at: 0) == 0 && axis.work(of: run, at: 2) == atEnd)
    #expect(axis.total(of: run) == total)
  }

  @Test func axesThatARunDoesNotTell() throws {
    let run = try SampleRun.make([3, 2, 1]).trajectory
    let known = WorkAxis.kinds.filter { $0.axis.isKnown(of: run) }.map(\.name)
    #expect(known == ["steps", "gradients", "evaluations"])
    #expect(WorkAxis.seconds.work(of: run, at: 1).isNaN && WorkAxis.epochs.total(of: run).isNaN)
  }

  @Test(arguments: [
    ("gradient", "did you mean gradients?"),
    ("steps:black-box", "steps have no costs; expected evaluations:black-box"),
    ("evaluations:blackbox", "did you mean black-box?"),
    ("evaluations:gradients=-1", "the weight '-1' of gradients is none"),
    ("evaluations:values=0,gradients=0,hessians=0,products=0", "no weight is above 0"),
  ])
  func errorsTellWhatWasExpected(spelling: String, text: String) {
    #expect(
      throws: SpecificationError.self, performing: { _ = try WorkAxis(spelling: spelling) })
    do {
      _ = try WorkAxis(spelling: spelling)
    } catch {
      #expect(error.description.contains(text), "\(error)")
    }
  }
}
