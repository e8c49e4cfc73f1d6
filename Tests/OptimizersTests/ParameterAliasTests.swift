import Specifications
import Testing

@testable import Optimizers

/// Parameters have one name each, and other names that specifications may use.
struct ParameterAliasTests {
  private struct Alias: CustomTestStringConvertible {
    let optimizer: String
    let alias: String
    let name: String

    var testDescription: String { "\(optimizer):\(alias)" }
  }

  private static let aliases = OptimizerCatalogue.all.flatMap { type in
    type.parameterTable.flatMap { parameter in
      parameter.aliases.map { Alias(optimizer: type.name, alias: $0, name: parameter.name) }
    }
  }

  @Test func thereAreSome() {
    #expect(Self.aliases.count > 15)
  }

  /// The values of a parameter under its alias and under its name give the same settings.
  @Test(arguments: aliases)
  private func anAliasStandsForItsParameter(_ alias: Alias) throws {
    let values = ["0.5", "0.01", "3", "1e-6", "outside", "inside", "true", "false"]
    let texts = values.compactMap { value -> (String, String)? in
      guard
        let meant = try? OptimizerCatalogue.settings("\(alias.optimizer):\(alias.name)=\(value)"),
        let given = try? OptimizerCatalogue.settings("\(alias.optimizer):\(alias.alias)=\(value)")
      else { return nil }
      return (meant.specification.description, given.specification.description)
    }
    #expect(!texts.isEmpty)
    for (meant, given) in texts { #expect(meant == given) }
    #expect(texts.contains { $0.0 != alias.optimizer })
  }

  @Test func namesAndAliasesAreDistinct() {
    for type in OptimizerCatalogue.all {
      #expect(Set(type.keys).count == type.keys.count, "\(type.name)")
    }
  }

  @Test func bothNamesAtOnceAreAnError() {
    #expect(throws: SpecificationError.self) {
      try OptimizerCatalogue.settings("prodigy:d0=1e-3,initial-distance=1e-3")
    }
  }

  /// What a preset or an alias of a method sets gives way to a setting under another name too, and
  /// a wrapper leaves another name to the method inside.
  @Test(arguments: [
    ("qhm:preset=pytorch-optimizer,beta=0.5", "qhm:lr=0.001,momentum=0.5,nu=1"),
    ("momentum:preset=torch,rate=inside", "momentum:lr=0.001"),
    ("lamb:preset=pytorch-optimizer,norm-limit=5", "lamb:preset=pytorch-optimizer,max-norm=5"),
    ("dogleg:preset=scipy,largest-radius=7", "dogleg:indefinite=fail,max-radius=7,cut=radius"),
    ("polyak:preset=optax,max-rate=2", "polyak:preset=optax,max-lr=2"),
    ("clip(momentum:lr=0.1,alpha=0.5,norm=1)", "clip(momentum:lr=0.1,momentum=0.5,norm=1)"),
    ("lookahead(rmsprop:momentum-rate=outside)", "lookahead(rmsprop:lr-placement=outside)"),
  ])
  func aliasesWinOverPresetsAndReachTheMethodInside(_ text: String, _ same: String) throws {
    try expectSameSettings(text, same)
  }

  /// What is refused is named as it was written.
  @Test func errorsNameTheKeyThatWasGiven() {
    #expect {
      try OptimizerCatalogue.settings("momentum:alpha=2")
    } throws: { error in
      "\(error)".contains("alpha=2 is not accepted")
    }
  }

  /// What other libraries call the rate is no key, but leads to ours.
  @Test(arguments: OptimizerCatalogue.all.filter { $0.keys.contains("lr") }.map { $0.name })
  func theRateIsHinted(_ name: String) throws {
    for word in ["learning_rate", "learningRate", "step-size", "eta"] {
      let error = #expect(throws: SpecificationError.self) {
        try OptimizerCatalogue.settings("\(name):\(word)=0.1")
      }
      #expect("\(try #require(error))".hasSuffix("'\(word)'; did you mean lr?"))
    }
  }
}
