import Specifications
import Testing

@testable import Experiments

@Suite struct CadenceSpellingTests {
  @Test(arguments: [
    ("all", Cadence.all), ("log", .logarithmic), ("crossings", .crossings),
    ("every:10", .every(10)), ("0,1,20", .steps([0, 1, 20])),
  ])
  func cadencesAreSpelled(text: String, cadence: Cadence) throws {
    #expect(try Cadence(spelling: text) == cadence)
    #expect(cadence.spelling == text)
  }

  @Test func listsAreSorted() throws {
    #expect(try Cadence(spelling: "5,0,2") == .steps([0, 2, 5]))
  }

  @Test(arguments: ["", "1,x", "every:0", "-1", "1.5", "cross"])
  func othersAreRefused(text: String) {
    let error = #expect(throws: SpecificationError.self) { try Cadence(spelling: text) }
    #expect(error?.description.contains("expected") ?? false || text == "cross")
  }
}
