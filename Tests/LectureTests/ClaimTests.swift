import JSON
import Testing

@testable import Lecture

/// What a measurement says of a claim.
struct ClaimTests {
  private static func claim(
    _ theory: Theory, _ value: Double, condition: String? = nil, correction: String? = nil
  ) -> Claim {
    Claim(
      "name", "It is so.", quantity: "a number", theory: theory, measured: Measurement(value),
      condition: condition, correction: correction)
  }

  @Test(arguments: [
    (Theory.near(10, within: 0.5, ""), 10.5, true), (.near(10, within: 0.5, ""), 10.51, false),
    (.near(0, within: 0, ""), 0, true), (.near(0, within: 0, ""), 1e-300, false),
    (.atMost(2, ""), 2, true), (.atMost(2, ""), 2.1, false), (.atMost(2, ""), -.infinity, true),
    (.atLeast(2, ""), .infinity, true), (.atLeast(2, ""), 1.9, false),
    (.near(10, within: 0.5, ""), .nan, false), (.atMost(2, ""), .nan, false),
    (.atLeast(2, ""), .nan, false),
  ])
  func theoryAdmits(theory: Theory, value: Double, isRight: Bool) {
    #expect(theory.admits(value) == isRight)
  }

  @Test func verdictsFollowFromMeasurements() {
    let theory = Theory.atLeast(1, "")
    #expect(Self.claim(theory, 2).verdict == .holds)
    #expect(Self.claim(theory, 0).verdict == .fails)
    #expect(Self.claim(theory, 2, condition: "if warm").verdict == .conditional)
    #expect(Self.claim(theory, 0, condition: "if warm").verdict == .fails)
    // A slip that turns out to hold is as little expected as a truth that fails.
    let slip = Self.claim(theory, 2, correction: "It is otherwise.")
    #expect(slip.verdict == .holds)
    #expect(slip.expectedVerdict == .fails)
  }

  @Test(arguments: [
    claim(.near(0.1, within: 1e-12, "why"), 0.30000000000000004, condition: "if"),
    claim(.atMost(.infinity, "why"), .nan), claim(.atLeast(-0.0, "ψ → \"\\\n"), -.infinity),
    Claim(
      "a", "b.", quantity: "c", theory: .atMost(1, "d"), measured: Measurement(1, in: -1...3),
      correction: "e."),
  ])
  func filesKeepClaims(claim: Claim) throws {
    let bytes = Array(claim.json.description.utf8)
    let read = try Claim(reading: JSONReader(JSON(parsing: bytes)))
    #expect(read.json.description == claim.json.description)
    #expect(read.verdict == claim.verdict)
  }

  @Test(arguments: [
    #"{"name":"a"}"#,
    #"{"name":"a","sentence":"b","quantity":"c","theory":{"reason":"d"},"measured":{"value":1}}"#,
    #"""
    {"name":"a","sentence":"b","quantity":"c","theory":{"most":1,"reason":"d"},
    "measured":{"value":1,"interval":[2,1]}}
    """#,
  ])
  func brokenFilesAreErrors(text: String) {
    #expect(throws: JSONError.self) {
      try Claim(reading: JSONReader(JSON(parsing: Array(text.utf8))))
    }
  }
}
