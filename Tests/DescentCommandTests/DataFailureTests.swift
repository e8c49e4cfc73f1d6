import DescentKit
import Testing

@testable import DescentCommand

/// How the program ends over data that it cannot have.
@Suite struct DataFailureTests {
  private static let codes: [(kind: SpecificationError.Kind, code: Int32)] = [
    (.notUnderstood, 64), (.badData, 65), (.missingInput, 66),
  ]

  @Test(arguments: codes.indices) func theCodeTellsWhereTheFaultLies(_ index: Int) {
    let (kind, code) = Self.codes[index]
    let described = Failure.describe(SpecificationError("what", kind: kind))
    #expect(described.code == code && described.message == "what")
  }

  @Test func aFileThatIsNotThereIsMissingInput() {
    let error = #expect(throws: SpecificationError.self) { try CSV("no/such.csv").parts() }
    #expect(error.map { Failure.describe($0).code } == 66)
  }
}
