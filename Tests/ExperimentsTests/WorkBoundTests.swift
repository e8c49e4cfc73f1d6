import Experiments
import Objectives
import Optimizers
import Specifications
import Testing

/// No hyper-parameter multiplies the work of a step beyond bounds.
@Suite struct WorkBoundTests {
  /// Each number of a method as large as it may be, or as near 1.
  private static let extremes = ["9223372036854775807", "10000", "1000", "0.999999999999", "0.99"]

  /// What the searches do with what the parameters of others leave alone.
  private static let searches = ["", "search=armijo", "search=non-monotone", "search=fixed"]

  @Test(arguments: OptimizerCatalogue.names) func stepsStayInBounds(_ name: String) throws {
    let type = try #require(OptimizerCatalogue.type(named: name))
    for key in type.keys {
      for search in type.keys.contains("search") && key != "search" ? Self.searches : [""] {
        for value in Self.extremes {
          let setting = ([search] + ["\(key)=\(value)"]).filter { !$0.isEmpty }
          let text = "\(name):" + setting.joined(separator: ",")
          guard let settings = try? OptimizerCatalogue.settings(text) else { continue }
          guard let run = try? descend(Saddle(), with: settings, from: [1, 0.5], steps: 3) else {
            continue
          }
          #expect(run.counts.evaluations <= 3 * 80_000, "\(text): \(run.counts)")
        }
      }
    }
  }

  @Test(arguments: [
    "bb:shrink=0.999999999999", "bfgs:search=armijo,shrink=0.9999999999",
    "cg:search=non-monotone,shrink=0.9999999999", "sophia:samples=4611686018427387904",
    "adahessian:samples=4611686018427387904",
    "lbfgs:iterations=9223372036854775807,search=fixed",
  ])
  func numbersThatMultiplyWorkAreRefused(_ text: String) {
    #expect(throws: SpecificationError.self) { try OptimizerCatalogue.settings(text) }
  }
}
