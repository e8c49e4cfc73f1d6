import Experiments
import Optimizers
import Testing

/// A preset named after a library has the library's defaults, as `Fixtures/signatures` holds them.
@Suite struct PresetDefaultTests {
  /// A library's method of whose defaults a preset speaks.
  struct Case: Sendable, CustomTestStringConvertible {
    let source: String
    let preset: String
    /// With all defaults said.
    let spelled: String

    var testDescription: String { source }
  }

  static let cases: [Case] = SignatureTests.libraries.flatMap { library, all in
    all.optimizers.compactMap { name, defaults in
      let call = GoldenTrajectory(
        id: "", library: library, optimizer: name, setting: "", hyperparameters: defaults,
        problem: GoldenTrajectory.Problem(
          name: "", n: 2, kappa: nil, variant: nil, rows: nil, cols: nil),
        start: [], k: [], steps: [], atol: [], extra: nil)
      guard let dialect = Dialects.dialect(of: call), dialect.ours.contains(":preset="),
        let spelled = Dialects.specification(call)
      else { return nil }
      return Case(source: call.library + "/" + name, preset: dialect.claimed, spelled: spelled)
    }
  }.sorted { $0.source < $1.source }

  @Test(arguments: cases)
  func presetHasTheDefaultsOfTheLibrary(_ golden: Case) throws {
    let preset = try OptimizerCatalogue.settings(golden.preset).specification
    let spelled = try OptimizerCatalogue.settings(golden.spelled).specification
    let isOther = Self.others[golden.source] != nil
    #expect((preset != spelled) == isOther, "\(preset) where the library has \(spelled)")
  }

  @Test func everyOtherDefaultIsOfACase() {
    #expect(Self.cases.count >= 70)
    #expect(Set(Self.others.keys).subtracting(Self.cases.map(\.source)) == [])
  }

  /// Where the defaults differ, with the reason.
  private static let others = [
    "keras/SGD": "its momentum of 0 is sgd; momentum is a method of its own",
    "optax/adamaxw": "a decay of 0.0001 that its name has beside adamax",
    "optax/nadamw": "a decay of 0.0001 that its name has beside nadam",
    "optax/radam": "steps are rectified at its threshold too: the double below is ours",
  ]
}

extension Dialect {
  /// The row without what it takes from the library's hyper-parameters.
  fileprivate var claimed: String {
    ours.split(separator: ",").filter { !$0.contains("{") }.joined(separator: ",")
  }
}
