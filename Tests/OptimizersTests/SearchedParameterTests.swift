import Optimizers
import Specifications
import Testing

/// What methods publish for searches.
struct SearchedParameterTests {
  /// Each range is one of its parameter, from end to end, and has the default in it or says why
  /// not.
  @Test func rangesFitTheirParameters() throws {
    for type in OptimizerCatalogue.all {
      for (name, range) in type.searchedParameters {
        let bounds = range.bounds
        for value in [bounds.lowerBound, bounds.upperBound] {
          let text = "\(type.name):\(name)=\(NumberText.short(value))"
          #expect(throws: Never.self, "\(text)") { try OptimizerCatalogue.settings(text) }
        }
        let parameter = try #require(type.parameterTable.first { $0.name == name })
        let usual = try #require(NumberText.parse(parameter.default), "\(type.name) \(name)")
        #expect(
          bounds.contains(usual) == (range.exception == nil),
          "\(type.name): \(name)=\(usual) and \(bounds)")
        switch range.scale {
        case .linear: break
        case .logarithmic: #expect(bounds.lowerBound > 0, "\(type.name): \(name)")
        case .belowOne: #expect(bounds.upperBound < 1, "\(type.name): \(name)")
        }
      }
    }
  }

  @Test func everyMethodOfFirstOrderHasSomethingToSearch() {
    for type in OptimizerCatalogue.all where type.card.order == .first {
      #expect(!type.searchedParameters.isEmpty, "\(type.name)")
    }
  }

  @Test func everyLearningRateIsSearched() {
    for type in OptimizerCatalogue.all where type.keys.contains("lr") {
      #expect(type.searchedParameters.contains { $0.name == "lr" }, "\(type.name)")
    }
  }
}
