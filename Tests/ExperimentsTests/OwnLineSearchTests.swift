import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Specifications
import Testing

/// A search of one's own, written with what the modules show to everybody.
@Suite struct OwnLineSearchTests {
  /// Halves ε until f falls at all.
  private struct AnyFall: LineSearch {
    static let name = "any-fall"
    static let title = "Any fall"
    static let formula = "f(x + eps p) < f"
    static let reference = "this test"
    static let parameters: [Parameter<Self>] = [
      .number("factor", \.factor, in: Interval(0, 0.9, openBelow: true), "of a step too long")
    ]

    var factor = 0.5

    func step<O: Oracle & ~Copyable>(
      along line: SearchLine, querying oracle: inout O
    ) throws(Halt) -> LineStep {
      let probe = try line.probe()
      var step = line.firstTrial
      while let trial = try probe.trial(step, querying: &oracle) {
        if trial.value < probe.start.value { return trial.accepted }
        step *= factor
      }
      throw LineProbe.noLowerPoint
    }
  }

  private static let methods = ["bfgs", "lbfgs", "cg", "steepest-descent", "coordinate-descent"]

  @Test(arguments: methods) func methodsTakeItByName(_ method: String) throws {
    let text = "\(method):search=any-fall(factor=0.25)"
    try LineSearchCatalogue.$current.withValue(
      LineSearchCatalogue.standard.adding([AnyFall.self])
    ) {
      let settings = try OptimizerCatalogue.settings(text)
      #expect(settings.specification.description == text)
      let run = try descend(Beale(), with: settings, steps: 20)
      #expect(run.values.count > 10)
      for (former, value) in zip(run.values, run.values.dropFirst()) { #expect(value < former) }
    }
  }

  @Test func itIsKnownOnlyWhereItWasAdded() {
    #expect(!LineSearchCatalogue.names.contains("any-fall"))
    #expect(throws: SpecificationError.self) {
      try OptimizerCatalogue.settings("bfgs:search=any-fall")
    }
  }
}
