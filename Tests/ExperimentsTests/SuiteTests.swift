import Experiments
import Objectives
import Testing

@Suite struct SuiteTests {
  @Test func namesAreUnique() {
    #expect(Set(SuiteCatalogue.all.map(\.name)).count == SuiteCatalogue.all.count)
  }

  @Test(arguments: SuiteCatalogue.all)
  func membersAreFunctions(_ suite: Suite) throws {
    #expect(!suite.functions.isEmpty, "\(suite.name) is empty")
    #expect(Set(suite.functions).count == suite.functions.count)
    for text in suite.functions { _ = try FunctionCatalogue.function(text) }
  }

  @Test func membersHaveTheirProperty() throws {
    let tags: [(String, FunctionTag)] = [
      ("convex", .convex), ("saddles", .saddle), ("multimodal", .multimodal),
    ]
    for (name, tag) in tags {
      let suite = try #require(SuiteCatalogue.all.first { $0.name == name })
      for text in suite.functions {
        #expect(try FunctionCatalogue.function(text).tags.contains(tag), "\(text)")
      }
    }
  }

  /// By number, also those that have a name of their own, as sums of squares.
  @Test func problemsOfMoreGarbowHillstromAreInOrder() throws {
    let suite = try #require(SuiteCatalogue.all.first { $0.name == "mgh" })
    #expect(suite.functions == (1...35).map { "mgh-\($0)" })
    for text in suite.functions {
      #expect(try FunctionCatalogue.function(text).sumOfSquares != nil, "\(text)")
    }
  }

  @Test func planesAreOfTwoVariables() throws {
    let suite = try #require(SuiteCatalogue.all.first { $0.name == "classics-2d" })
    for text in suite.functions {
      #expect(try FunctionCatalogue.function(text).dimension == 2, "\(text)")
    }
  }
}
