import Experiments
import Objectives
import Optimizers
import Specifications
import Testing

/// No hyper-parameter multiplies the work of a step beyond bounds.
@Suite struct WorkBoundTests {
  /// Each number of a method as large as it may be, or as near 1.
  private static let extremes = ["9223372036854775807", "10000", "1000", "0.999999999999", "0.99"]

  /// A step of at most 10 000 iterations or samples, the most that ranges allow, of which none asks
  /// for more than 8 evaluations on a saddle.
  private static let mostWork = 10_000 * 8

  /// What the searches do with what the parameters of others leave alone.
  private static let searches = ["", "search=armijo", "search=non-monotone", "search=fixed"]

  @Test(arguments: OptimizerCatalogue.names) func stepsStayInBounds(_ name: String) throws {
    let type = try #require(OptimizerCatalogue.type(named: name))
    let function = try Self.function(for: name)
    var asked = 0
    for text in Self.texts(of: type) {
      guard let settings = try? OptimizerCatalogue.settings(text) else { continue }
      // A wrapper's base or a rule between parameters may refuse what the ranges allow.
      guard let run = try? descend(function, with: settings, from: [1, 0.5], steps: 3) else {
        continue
      }
      asked += run.counts.evaluations
      #expect(run.counts.evaluations <= 3 * Self.mostWork, "\(text): \(run.counts)")
    }
    #expect(asked > 0)
  }

  /// Methods of least squares and of examples ask nothing of a saddle, which is no sum.
  private static func function(for name: String) throws -> any TestFunction {
    let isOfExamples = OptimizerCatalogue.families.first { $0.name == "variance-reduction" }?
      .optimizers.contains { $0.name == name }
    if isOfExamples == true { return try FunctionCatalogue.function("linear-regression:batch=1") }
    return try OptimizerCatalogue.settings(name).storesJacobian ? Rosenbrock() : Saddle()
  }

  /// A method as it is, and with one parameter as far as it goes or of another choice, with each
  /// search.
  private static func texts<Settings: OptimizerSettings>(of type: Settings.Type) -> [String] {
    [type.name]
      + Settings.parameters.flatMap { parameter in
        // A range lists the values of a choice; the ends of one of numbers are no values.
        let choices = parameter.range.replacing(" or ", with: ", ").split(separator: ", ")
        let values = extremes + choices.map(String.init)
        let hasSearch = type.keys.contains("search") && parameter.name != "search"
        return (hasSearch ? searches : [""]).flatMap { search in
          values.map { value in
            let setting = [search, "\(parameter.name)=\(value)"].filter { !$0.isEmpty }
            return "\(type.name):" + setting.joined(separator: ",")
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
