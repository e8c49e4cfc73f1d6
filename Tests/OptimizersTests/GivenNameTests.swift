import Optimizers
import Specifications
import Testing

/// Optimizers keep the names that their users gave them.
struct GivenNameTests {
  private func shown(_ text: String) throws -> (title: String, settings: String) {
    let name = try Specification(parsing: text)
    let given = try #require(OptimizerCatalogue.given(name))
    let settings = try OptimizerCatalogue.settings(name)
    let entries = given.settings(of: settings.specification) { key in
      settings.parameterTable.first { $0.name == key }?.value
    }
    return (given.title, entries.map(\.description).joined(separator: ","))
  }

  static let aliases = OptimizerCatalogue.aliases.keys.sorted()

  /// What another name stands for is not told beside it, and it has a title of its own.
  @Test(arguments: aliases) func aliasesNeedNoSettings(name: String) throws {
    let (title, settings) = try shown(name)
    #expect(settings == "")
    #expect(title != name)
  }

  @Test(arguments: OptimizerCatalogue.names) func methodsHaveTheirTitle(name: String) throws {
    let type = try #require(OptimizerCatalogue.type(named: name))
    let given = OptimizerCatalogue.given(Specification(name: name))
    #expect(given?.title == type.card.title)
  }

  @Test(arguments: [
    ("adamw:lr=0.1", "AdamW", "lr=0.1"), ("adam:preset=keras", "Adam", "preset=keras"),
    ("adam:preset=keras,lr=0.1", "Adam", "preset=keras,lr=0.1"),
    ("adamw:preset=optax", "AdamW", "preset=optax"),
    // Both settings of the name are undone.
    ("amsgrad:amsgrad=false", "AMSGrad", "amsgrad=false"), ("sgd:lr=0.1", "SGD", "lr=0.1"),
    ("lookahead(adam:lr=0.1)", "Lookahead", "adam(lr=0.1)"),
  ])
  func whatDiffersIsShown(text: String, title: String, settings: String) throws {
    let (seenTitle, seenSettings) = try shown(text)
    #expect(seenTitle == title)
    #expect(seenSettings == settings)
  }

  @Test func strangersHaveNone() {
    #expect(OptimizerCatalogue.given(Specification(name: "nobody")) == nil)
  }
}
