import DescentKit

/// Halves ε until f falls at all.
struct AnyFall: LineSearch {
  static let name = "any-fall"
  static let title = "Any fall"
  static let formula = "f(x + eps p) < f(x)"
  static let reference = "the test of programs outside of Descent"
  static let parameters: [Parameter<Self>] = [
    .number("factor", \.factor, in: Interval(0, 0.9, openBelow: true), "of a step too long")
  ]
  static let onlyShortens = true

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
