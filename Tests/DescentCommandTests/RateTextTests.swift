import DescentKit
import Foundation
import Testing

@testable import DescentCommand
@testable import Experiments

/// The factor of a linear rate, whatever its size, is a short text.
struct RateTextTests {
  /// f falls by the factor each step, or grows by it.
  private func run(factor: Double) -> Trajectory {
    var run = Trajectory(
      function: Specification(name: "f"), dimension: 1, optimizer: Specification(name: "o"),
      title: "O", seed: 0, minimum: 0,
      evaluationPointName: nil)
    for k in 0...12 {
      run.steps.append(k)
      run.values.append(pow(factor, Double(k)))
    }
    return run
  }

  @Test(arguments: [
    (0.25, "0.2500^k"), (0.999, "0.99900^k"), (4, "4.0000^k"),
    (1e6, "1e+06^k"), (1e20, "1e+20^k"),
  ])
  func factors(factor: Double, text: String) throws {
    let rate = try #require(FittedRate(run(factor: factor)))
    #expect(rate.law == .factor)
    #expect(rate.text == text)
  }
}
