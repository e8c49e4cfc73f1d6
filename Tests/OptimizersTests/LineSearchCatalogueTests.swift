import LinearAlgebra
import Objectives
import Specifications
import Testing

@testable import Optimizers

/// Line searches as specifications name them, and methods read them.
@Suite struct LineSearchCatalogueTests {
  private func settings(_ text: String) throws -> any LineSearchSettings {
    try #require(OptimizerCatalogue.settings(text) as? any LineSearchSettings)
  }

  private static func search(_ text: String) throws -> any LineSearch {
    try LineSearchCatalogue.search(Specification(parsing: text))
  }

  @Test func namesAreDifferent() {
    #expect(Set(LineSearchCatalogue.names).count == LineSearchCatalogue.names.count)
  }

  @Test(arguments: LineSearchCatalogue.names) func parametersAreTold(_ name: String) throws {
    let type = try #require(LineSearchCatalogue.all.first { $0.name == name })
    #expect(!type.title.isEmpty && !type.formula.isEmpty && !type.reference.isEmpty)
    for parameter in type.parameterTable {
      #expect(!parameter.range.isEmpty && !parameter.summary.isEmpty)
      let text = "\(name)(\(parameter.name)=\(parameter.default))"
      #expect(try Self.search(text).specification.description == name)
    }
  }

  /// What a constant is set to, in parentheses and beside.
  private static let values = [
    "c1": "0.01", "c2": "0.6", "shrink": "0.3", "window": "4", "quad-step": "true",
  ]

  /// Each parameter of each search that methods have too, with `bfgs`, whose `quad-step` is off.
  private static let changes: [(search: String, key: String, value: String)] =
    LineSearchCatalogue.all.flatMap { type in
      type.parameterTable.filter { $0.default == "inherited" }
        .map { (type.name, $0.name, values[$0.name] ?? "") }
    }

  @Test(arguments: changes.indices)
  func aConstantInParenthesesIsThatBeside(_ index: Int) throws {
    let (search, key, value) = Self.changes[index]
    let within = "bfgs:search=\(search)(\(key)=\(value))"
    let beside = "bfgs:search=\(search),\(key)=\(value)"
    let (own, shared) = (try settings(within), try settings(beside))
    #expect(own.specification.description == within)
    let printed = search == "strong-wolfe" ? "bfgs:\(key)=\(value)" : beside
    #expect(shared.specification.description == printed)
    #expect(own.lineSearch != shared.lineSearch)
    let constants = own.lineSearch.search.constants(of: own.lineSearch.constants)
    #expect(constants == shared.lineSearch.constants)
    #expect(constants != BFGS().lineSearch.constants)
    let runs = ([own, shared] as [any OptimizerSettings]).map { settings in
      Run(settings, from: [-1.2, 1], on: TestOracle(Rosenbrock()), tolerance: 0, mostSteps: 12)
    }
    #expect(runs[0].x == runs[1].x)
    #expect(runs[0].oracle.gradientCount == runs[1].oracle.gradientCount)
  }

  @Test func aConstantInParenthesesWins() throws {
    for text in [
      "cg:search=hager-zhang(c1=0.2),c1=0.01", "cg:c1=0.01,search=hager-zhang(c1=0.2)",
      "cg:preset=cg-descent,search=hager-zhang(c1=0.2)",
    ] {
      let rule = try settings(text).lineSearch
      #expect(rule.search.constants(of: rule.constants).sufficientDecrease == 0.2, "\(text)")
    }
  }

  private static let refused: [(text: String, message: String)] = [
    ("bfgs:search=armio", "bfgs: search=armio is not accepted; expected armijo"),
    (
      "bfgs:search=golden",
      "bfgs: search=golden is not accepted; expected one of: "
        + LineSearchCatalogue.names.joined(separator: ", ")
    ),
    (
      "bfgs:search=armijo(shrink=2)",
      "bfgs: search=armijo(shrink=2) is not accepted; expected a line search (armijo: shrink=2 is "
        + "not accepted; expected a number in (0, 0.99])"
    ),
    (
      "bfgs:search=exact(c1=0.1)",
      "bfgs: search=exact(c1=0.1) is not accepted; expected a line search (exact has no "
        + "parameters, so 'c1' is unknown)"
    ),
    ("bfgs:search=hager-zhang(c1=0.95)", "bfgs: c1 must be less than c2"),
    ("bfgs:search=hager-zhang(c2=0.1),c1=0.2", "bfgs: c1 must be less than c2"),
  ]

  @Test(arguments: refused.indices) func whatIsWrongIsNamed(_ index: Int) {
    let (text, message) = Self.refused[index]
    let error = #expect(throws: SpecificationError.self) {
      try OptimizerCatalogue.settings(text)
    }
    #expect(error?.description == message)
  }

  @Test func aSearchOutOfRangeInCodeIsRefused() {
    var settings = BFGS()
    settings.lineSearch.search = {
      var search = ArmijoSearch()
      search.contraction = 1
      return search
    }()
    let error = #expect(throws: SpecificationError.self) { try settings.validate() }
    #expect(error?.description.hasPrefix("bfgs: search=armijo(shrink=1) is not accepted") == true)
  }
}
