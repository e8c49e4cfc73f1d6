import LinearAlgebra
import Objectives
import Specifications
import Testing

/// The 35 problems of Moré, Garbow and Hillstrom where the paper has no numbers: other sizes, bad
/// settings, special points.
@Suite struct MGHSettingsTests {
  /// Sizes without reference values: what is said of the minimizers holds.
  @Test(
    arguments: [
      "mgh-11:m=100", "mgh-12:m=30", "mgh-18:m=6", "mgh-20:n=12", "mgh-23:n=1", "mgh-23:n=1000",
      "mgh-26:n=1", "mgh-27:n=1", "mgh-27:n=2", "mgh-27:n=3", "mgh-27:n=4", "mgh-27:n=9",
      "mgh-27:n=40", "mgh-32:n=1,m=1", "mgh-32:n=40,m=50", "mgh-33:n=40,m=50", "mgh-33:n=1,m=1",
      "mgh-34:n=3,m=3", "mgh-34:n=40,m=50",
    ] + (1...7).map { "mgh-35:n=\($0),m=\($0)" } + ["mgh-35:n=9,m=9", "mgh-35:n=10,m=10"])
  func knownMinimizers(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let minimum = try #require(function.minimum)
    #expect(!function.minimizers.isEmpty)
    let critical = function.criticalPoints.map(\.point)
    for x in function.minimizers + critical {
      let scale = max(1, function.hessian(at: x).rows.flatMap { $0 }.largestMagnitude)
      #expect(function.gradient(at: x).norm <= 1e-12 * scale, "gradient at \(x)")
    }
    for x in function.minimizers {
      #expect(abs(function.value(at: x) - minimum) <= 1e-12 * max(1, minimum), "value at \(x)")
    }
    for x in critical { #expect(function.value(at: x) > minimum + 1e-6, "value at \(x)") }
  }

  /// Where the minimum depends on the size and is not known, nothing is claimed.
  @Test(arguments: [
    "mgh-6:m=9", "mgh-16:m=19", "mgh-20:n=7", "mgh-24:n=5", "mgh-35:n=5,m=6", "mgh-35:n=11,m=11",
  ])
  func unknownMinima(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    #expect(function.minimum == nil && function.minimumBasis == .unknown)
    #expect(function.minimizers.isEmpty && function.criticalPoints.isEmpty)
  }

  @Test(arguments: [
    "mgh-0", "mgh-36", "mgh-1:n=1", "mgh-1:m=3", "mgh-1:start=0", "mgh-1:start=-1",
    "mgh-1:start=nan",
    "mgh-1:start=inf", "mgh-1:start=1e200", "mgh-6:m=1", "mgh-11:m=2", "mgh-11:m=101",
    "mgh-12:m=2", "mgh-13:n=5", "mgh-16:m=3", "mgh-18:m=5", "mgh-20:n=1", "mgh-20:n=32",
    "mgh-21:n=5", "mgh-22:n=6", "mgh-23:n=0", "mgh-23:m=5", "mgh-32:n=5,m=4",
    "mgh-33:n=5,m=4", "mgh-34:n=2", "mgh-34:n=5,m=4", "mgh-35:n=6,m=5", "bard:n=3",
  ])
  func badSettingsAreRefused(_ text: String) {
    #expect(throws: SpecificationError.self) { try FunctionCatalogue.function(text) }
  }

  @Test func messagesSayWhatIsExpected() {
    for (text, message) in [
      (
        "mgh-21:n=5",
        "rosenbrock-extended: n=5 is odd; expected an even number (or use rosenbrock)"
      ),
      ("mgh-32:n=11,m=10", "mgh-32: m=10 is less than n=11; expected m ≥ n"),
      ("mgh-22:n=6", "powell-singular: n=6 is no multiple of 4; expected 4, 8, 12, ..."),
    ] {
      #expect(throws: SpecificationError(message)) { try FunctionCatalogue.function(text) }
    }
  }

  @Test func aliasesCarrySettings() throws {
    let watson = try FunctionCatalogue.function("watson:n=9,start=10")
    #expect(watson.specification.description == "mgh-20:n=9,start=10")
  }

  /// x₁ = 0 counts as the limit from x₁ > 0.
  @Test func helicalValleyBesideItsAxis() throws {
    let valley = try FunctionCatalogue.function("helical-valley")
    for height in [2.0, -2] {
      let step = 1e-9
      let (on, beside) = ([0, height, 1], [step, height, 1])
      let slope = valley.gradient(at: on).norm
      #expect(abs(valley.value(at: on) - valley.value(at: beside)) <= 2 * step * slope)
      let curvature = valley.hessian(at: on).rows.flatMap { $0 }.norm
      for (a, b) in zip(valley.gradient(at: on), valley.gradient(at: beside)) {
        #expect(abs(a - b) <= 2 * step * curvature)
      }
    }
    #expect(valley.value(at: [0, 0, 0]) == 100)
    #expect(valley.gradient(at: [0, 0, 0]) == [0, 0, 0])
  }

  /// y₁₀₀ = 25, so that the last residual has its cusp at the minimizer.
  @Test func gulfAtACusp() throws {
    let gulf = try FunctionCatalogue.function("gulf-research-and-development:m=100")
    #expect(gulf.gradient(at: [10, 25, 1.2]).isFinite)
    #expect(gulf.hessian(at: [10, 25, 1.2]).rows.flatMap { $0 }.isFinite)
  }
}

@Suite struct MGHResidualCountTests {
  /// Without m there are as many residuals as the paper's tables take: n, or twice n.
  @Test(arguments: [("mgh-32:n=7", 14), ("mgh-33:n=7", 14), ("mgh-34:n=7", 14), ("mgh-35:n=7", 7)])
  func followsN(_ text: String, _ count: Int) throws {
    let function = try FunctionCatalogue.function(text)
    #expect((function as? any ResidualObjective)?.residualCount == count)
    #expect(function.specification.description == text)
  }
}
