import Objectives
import Optimizers
import Specifications
import Testing

@testable import Experiments

/// Which settings are searched, and which values they take.
struct SearchSpaceTests {
  private static func space(_ optimizer: String, _ ranges: String...) throws -> SearchSpace {
    try SearchSpace(
      try GivenOptimizer.list(optimizer)[0],
      over: ranges.map { range in try SettingRange(spelling: range) },
      on: try FunctionCatalogue.function("sphere"))
  }

  @Test(arguments: [
    ("adam", "lr beta1 beta2"), ("adam:lr=0.001", "beta1 beta2"), ("adam(0.1)", "beta1 beta2"),
    ("momentum:alpha=0.9", "lr"), ("momentum:preset=torch", "lr momentum"),
    ("amsgrad:beta1=0.5", "lr beta2"), ("trf", ""),
    ("lookahead(momentum:lr=0.1)", "k alpha momentum"), ("sam", "rho lr"),
    ("clip(lookahead(sgd))", "norm k alpha lr"), ("clip(lookahead(sgd,k=3))", "norm alpha lr"),
  ])
  func whatIsSetIsNotSearched(optimizer: String, keys: String) throws {
    let space = try Self.space(optimizer)
    #expect(space.settings.map(\.range.key).joined(separator: " ") == keys)
  }

  @Test func givenRangesTakeTheirPlace() throws {
    let space = try Self.space("momentum:lr=0.1", "alpha=0.5..0.99", "dampening=0..1", "beta2=0..1")
    #expect(
      space.settings.map(\.text)
        == [
          "momentum=0.5..0.99 (logarithmic below 1)", "dampening=0..1 (linear)",
        ])
    let rate = try Self.space("sgd:lr=0.1", "lr=0.01..1")
    #expect(rate.settings.map(\.text) == ["lr=0.01..1 (logarithmic)"])
  }

  /// Three digits, of what is missing to 1 where that is what is spread; never beyond the range.
  @Test func valuesAreRounded() throws {
    let adam = try Self.space("adam", "lr=1e-4..1")
    // 10⁻², 1 − 10^(−3/2), 1 − 10⁻² at half of the way.
    #expect(
      try adam.candidate(at: [0.5, 0.5, 0.5]).specification.description
        == "adam:lr=0.01,beta1=0.9684,beta2=0.99")
    #expect(
      try adam.candidate(at: [1, 1, 1]).specification.description
        == "adam:lr=1,beta1=0.999,beta2=0.9999")
    let third = try Self.space("sgd", "lr=0.123456..0.654321").candidate(at: [0.5])
    // √(0.123456 · 0.654321) were 0.284, but the range spans no decade.
    #expect(third.specification.description == "sgd:lr=0.389")
    let low = try Self.space("sgd", "lr=0.123456..0.654321").candidate(at: [0])
    #expect(low.specification.description == "sgd:lr=0.123456")
  }

  @Test func wholeNumbersStayWhole() throws {
    let space = try Self.space("lookahead(sgd:lr=0.1)")
    let numbers = try (0...100).map { i in
      let settings = try space.candidate(at: [Double(i) / 100, 0.5]).settings
      let k = try #require(settings.parameterTable.first { $0.name == "k" })
      return try #require(Int(k.value))
    }
    #expect(numbers.count == 101 && Set(numbers) == Set(2...20))
  }

  @Test func methodsInsideAreTuned() throws {
    let space = try Self.space("clip(momentum)")
    let candidate = try space.candidate(at: [0.5, 1, 0.5])
    // √(0.01 · 1000), 10, 1 − √0.001.
    #expect(
      candidate.specification.description == "clip(momentum(lr=10,momentum=0.9684),norm=3.16)")
    #expect(try GivenOptimizer.list(candidate.specification.description).count == 1)
  }

  /// No method refuses values together that are each in its published ranges.
  @Test func publishedRangesFitEachOther() throws {
    for name in OptimizerCatalogue.names {
      let space = try Self.space(name)
      guard !space.settings.isEmpty else { continue }
      let task = SearchTask(
        settings: space.settings.count, trials: 64, budget: Budget(steps: 1), seed: 1)
      for place in SearchMethod.points(64, of: task) {
        #expect(throws: Never.self, "\(name)") { try space.candidate(at: place) }
      }
    }
  }

  @Test func rangesBeyondTheParameterAreRefused() {
    #expect(throws: SpecificationError.self) { try Self.space("adam", "beta1=0..1") }
    #expect(throws: SpecificationError.self) { try Self.space("adam", "amsgrad=0..1") }
    #expect(throws: SpecificationError.self) { try Self.space("sgd", "lr=-1..1") }
  }
}
