import Foundation
import LinearAlgebra
import Specifications
import Testing

@testable import Optimizers

/// Steps of searches against those stored of scipy's `line_search`.
@Suite struct LineSearchReferenceTests {
  struct Record: Decodable {
    let problem: String
    let x: Vector
    let direction: Vector
    let c1: Double
    let c2: Double
    let alpha: Double
    let f0: Double
    let f1: Double
    let slope0: Double
    let slope1: Double

    enum CodingKeys: String, CodingKey {
      case x, direction, c1, c2, alpha, f0, f1, slope0, slope1
      case problem = "problem_id"
    }
  }

  static func records() throws -> [Record] {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/scipy/line_search.json")
    return try JSONDecoder().decode([String: [Record]].self, from: Data(contentsOf: fixture))[
      "records", default: []]
  }

  private func search(_ search: any LineSearch, _ record: Record) throws -> LineStep {
    var rule = StepLengthRule(remainingSlope: record.c2)
    rule.constants.sufficientDecrease = record.c1
    rule.search = search
    let problem = try #require(Problem.all.first { $0.name == record.problem })
    var oracle = problem.oracle
    var start = Sample(at: record.x)
    try start.evaluate(querying: &oracle)
    expect(start.value, record.f0)
    expect(start.gradient.dot(record.direction), record.slope0)
    return try rule.step(
      along: SearchLine(from: start, along: record.direction, trial: 1), querying: &oracle)
  }

  /// To rounding, which a search passes on enlarged.
  private func expect(_ a: Double, _ b: Double, _ tolerance: Double = 1e-13) {
    #expect(abs(a - b) <= tolerance * max(1, abs(b)), "\(a) is not \(b)")
  }

  @Test func nocedalWrightTakesScipysSteps() throws {
    let records = try Self.records()
    #expect(records.count == 6)
    for record in records {
      let found = try search(NocedalWrightSearch(), record)
      expect(found.length / record.alpha, 1, 1e-11)
      expect(found.sample.value, record.f1, 1e-9)
      expect(found.sample.gradient.dot(record.direction), record.slope1, 1e-9)
    }
  }

  @Test(arguments: ["strong-wolfe", "minfunc", "nocedal-wright"])
  func stepsMeetTheStrongConditions(_ name: String) throws {
    let named = try LineSearchCatalogue.search(Specification(name: name))
    for record in try Self.records() {
      let found = try search(named, record)
      #expect(found.sample.value <= record.f0 + record.c1 * found.length * record.slope0)
      let slope = found.sample.gradient.dot(record.direction)
      #expect(abs(slope) <= record.c2 * abs(record.slope0))
    }
  }

  @Test(arguments: ["weak-wolfe", "hager-zhang"])
  func stepsMeetTheWeakConditions(_ name: String) throws {
    let named = try LineSearchCatalogue.search(Specification(name: name))
    for record in try Self.records() {
      let found = try search(named, record)
      #expect(found.sample.value <= record.f0 + record.c1 * found.length * record.slope0)
      #expect(found.sample.gradient.dot(record.direction) >= record.c2 * record.slope0)
    }
  }

  @Test(arguments: ["armijo", "non-monotone"])
  func stepsAreHalvedUntilLowEnough(_ name: String) throws {
    let named = try LineSearchCatalogue.search(Specification(name: name))
    for record in try Self.records() {
      let found = try search(named, record)
      #expect(found.sample.value <= record.f0 + record.c1 * found.length * record.slope0)
      #expect(found.length <= 1 && found.length.significand == 1)
    }
  }
}
