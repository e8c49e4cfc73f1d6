import Objectives
import Specifications
import Testing

/// What holds of every source of data.
@Suite struct DataCatalogueTests {
  /// The defaults of those that need no file, and settings of each kind.
  static let specifications: [String] =
    DataCatalogue.all.filter { !needsFile($0) }.map { $0.name } + [
      "spirals(n=7,classes=3,noise=0,seed=4)", "circles(n=3,factor=0.25)",
      "moons(n=50,noise=1e100)", "xor(n=4,noise=0)", "blobs(n=5,classes=5,d=3,spread=0)",
      "blobs(n=20,spread=1e100,seed=2)", "regression(n=30,d=4,condition=100)",
      "regression(n=2,d=3,noise=1e100,condition=1e300)",
    ]

  private static func needsFile(_ type: any DataSource.Type) -> Bool {
    type.parameterTable.contains { $0.name == "file" || $0.name == "images" }
  }

  private static func source(_ text: String) throws -> any DataSource {
    try DataCatalogue.source(Specification(parsing: text))
  }

  @Test func namesAreDifferent() {
    #expect(Set(DataCatalogue.names).count == DataCatalogue.names.count)
  }

  @Test(arguments: DataCatalogue.names) func parametersAreTold(_ name: String) throws {
    let type = try #require(DataCatalogue.current[name])
    #expect(!type.title.isEmpty && !type.formula.isEmpty && !type.reference.isEmpty)
    for parameter in type.parameterTable {
      #expect(!parameter.range.isEmpty && !parameter.summary.isEmpty)
    }
  }

  @Test(arguments: specifications) func oneSpecificationIsOneSetOfData(_ text: String) throws {
    let source = try Self.source(text)
    let again = try Self.source(source.specification.nested)
    #expect(try source.parts() == again.parts())
    #expect(source.specification == again.specification)
  }

  @Test(arguments: specifications) func partsAgree(_ text: String) throws {
    let parts = try Self.source(text).parts()
    for part in [parts.training, parts.validation, parts.test].compactMap({ $0 }) {
      #expect(part.count == part.targets.count && part.count > 0)
      #expect(part.featureNames == parts.training.featureNames)
      #expect(part.featureNames.count == part.featureCount)
      #expect(part.features.elements.allSatisfy { $0.isFinite })
      switch (part.targets, parts.training.targets) {
      case (.values(let values), .values): #expect(values.allSatisfy { $0.isFinite })
      case (.classes(let numbers, let names), .classes(_, let others)):
        #expect(names == others && Set(names).count == names.count)
        #expect(Set(numbers) == Set(0..<names.count))
      default: Issue.record("targets of different kinds")
      }
    }
  }

  private static let refused: [(text: String, message: String)] = [
    ("spiral", "unknown data set 'spiral'; did you mean spirals?"),
    ("spirals(n=1)", "spirals: n=1 is not accepted; expected a whole number, 2 to 10000000"),
    (
      "blobs(n=4,classes=5)",
      "blobs: n=4 is fewer than the 5 classes; expected n=5 or more"
    ),
    (
      "blobs(n=10000000,d=11)",
      "blobs: 10000000 examples of 11 features are too many; expected at most 100000000 numbers"
    ),
    ("digits(n=3)", "digits has no parameters, so 'n' is unknown"),
  ]

  @Test(arguments: refused.indices) func whatIsWrongIsNamed(_ index: Int) {
    let (text, message) = Self.refused[index]
    let error = #expect(throws: SpecificationError.self) { try Self.source(text) }
    #expect(error?.description == message)
  }
}
