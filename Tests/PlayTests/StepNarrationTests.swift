import JSON
import Testing

@testable import Play

/// Momentum on (x² + y²)/2, whose gradient is (x, y): m ← α m − ε g, θ ← θ + m.
@Suite("Steps in numbers and words")
struct StepNarrationTests {
  private static func told(
    _ query: String, step: Int, of entrant: Int = 0
  ) throws -> JSONReader {
    let step = try PlayedStep(query, shelf: FunctionShelf(), limits: PlayLimits())
      .narration(of: entrant, at: step)
    return JSONReader(step.json)
  }

  private static func numbers(_ told: JSONReader, _ symbol: String) throws -> [Double]? {
    for quantity in try told.member("quantities").elements()
    where try quantity.member("symbol").string() == symbol {
      return try quantity.member("numbers").numbers()
    }
    return nil
  }

  private static func sentences(_ told: JSONReader) throws -> String {
    try told.member("sentences").elements().map { try $0.string() }.joined(separator: " ")
  }

  private static let bowl = "functions=(x^2%2By^2)/2&start=1,2&optimizers="

  @Test("The numbers are those of the method")
  func momentum() throws {
    let told = try Self.told(Self.bowl + "momentum:lr=0.5,momentum=0.5", step: 1)
    // From (1, 2): m = −0.5 (1, 2), so θ = (0.5, 1), g = (0.5, 1), αm = (−0.25, −0.5) and
    // Δθ = αm − 0.5 g = (−0.5, −1).
    #expect(try Self.numbers(told, "θ") == [0.5, 1])
    #expect(try Self.numbers(told, "f") == [0.625])
    #expect(try Self.numbers(told, "g") == [0.5, 1])
    #expect(try Self.numbers(told, "memory") == [-0.25, -0.5])
    #expect(try Self.numbers(told, "Δθ") == [-0.5, -1])
    #expect(try Self.numbers(told, "ε") == [0.5])
    #expect(try Self.numbers(told, "√ŝ") == nil)
    #expect(try Self.sentences(told).contains("It points along −g"))
    #expect(try Self.sentences(told).contains("Memory and slope agree"))
  }

  @Test("Where the memory carries it uphill, a method overshoots")
  func overshooting() throws {
    // x'' = −x with little friction swings through 0, here within six steps.
    let told = try Self.told(Self.bowl + "momentum:lr=0.1,momentum=0.9", step: 6)
    #expect(try Self.numbers(told, "θ").map { $0[0] < 0 } == true)
    #expect(try Self.sentences(told).contains("overshoots"))
    #expect(try Self.sentences(told).contains("The step goes up"))
  }

  @Test("Adam's scale at its first step is the gradient's size")
  func adam() throws {
    let told = try Self.told("functions=x^2/2%2B50*y^2&start=1,1&optimizers=adam:lr=0.1", step: 1)
    let scale = try #require(try Self.numbers(told, "√ŝ"))
    // ŝ₁ = g₁² with g₁ = (1, 100).
    #expect(scale.count == 2 && abs(scale[0] - 1) < 1e-7 && abs(scale[1] - 100) < 1e-5)
    #expect(try Self.sentences(told).contains("one coordinate's rate is 100 times another's"))
  }

  @Test("Why momentum diverges: at κ = 100 and α = 0.9 beyond a rate of 2 (1 + α)/100 = 0.038")
  func divergence() throws {
    let bowl = "functions=quadratic:condition=100&start=-1.5,1&steps=300&optimizers=momentum:lr="
    let below = try Self.told(bowl + "0.0375", step: 300)
    // 2 · 1.9 / 0.0375 = 101.3 and 2 · 1.9 / 0.05 = 76.
    #expect(try Self.sentences(below).contains("bears up to 101.3"))
    #expect(try !Self.sentences(below).contains("diverges"))
    let above = try Self.told(bowl + "0.05", step: 300)
    #expect(
      try Self.sentences(above).contains(
        "The steepest curvature here is 100; with this rate "
          + "the method bears no more than 76, and along it steps grow"))
    #expect(try Self.sentences(above).contains("it diverges"))
    // Theory has no such bound for Adam.
    let adam = try Self.told(bowl.replacing("momentum", with: "adam") + "0.05", step: 3)
    #expect(try !Self.sentences(adam).contains("curvature"))
  }

  @Test("At the end there is no step")
  func end() throws {
    let told = try Self.told(Self.bowl + "sgd:lr=0.1&steps=3", step: 3)
    #expect(try told.member("step").integer() == 3)
    #expect(try Self.sentences(told).contains("the run has ended: 3 steps"))
    #expect(try Self.numbers(told, "Δθ") == nil)
    #expect(throws: (any Error).self) { try Self.told(Self.bowl + "sgd", step: 0, of: 1) }
  }
}
