import DescentKit
import Testing

/// What a program adds has names within `extending`, and nowhere else.
struct ExtendingTests {
  /// θ is left as it is.
  private struct Tiger: GradientSettings {
    static let card = OptimizerCard(
      name: "tiger", title: "Tiger", order: .first, formula: "theta <- theta",
      reference: "this test")
    static let parameters: [Parameter<Self>] = []

    struct Method: GradientMethod {
      var gradient: Vector
      let learningRate = 0.0
      init(_ settings: Tiger, dimension: Int) { gradient = .zeros(dimension) }
      func descend(_ x: inout Vector, along g: inout Vector, value: Double) {}
    }
  }

  private struct Dell: PlaneFunction {
    static let card = FunctionCard(
      name: "dell", title: "Dell", formula: "x^2 + y^2", tags: [.convex, .unimodal, .smooth],
      source: "this test")
    static let parameters: [Parameter<Self>] = []
    var domain: [ClosedRange<Double>] { [-1...1, -1...1] }
    var start: Vector { [1, 1] }
    var minimum: Double? { 0 }
    var minimizers: [Vector] { [[0, 0]] }
    func evaluate<S: Scalar>(_ x: S, _ y: S) -> S { x * x + y * y }
  }

  private struct HalfStep: LineSearch {
    static let name = "own-half"
    static let title = "Half of the rate"
    static let formula = "ε = lr/2"
    static let reference = "this test"
    static let parameters: [Parameter<Self>] = []

    func step<O: Oracle & ~Copyable>(
      along line: SearchLine, querying oracle: inout O
    ) throws(Halt) -> LineStep {
      let length = line.rate / 2
      return LineStep(length: length, sample: line.start.moved(length, along: line.direction))
    }
  }

  /// Tables, and what is said of a name that is none, know an own line search as the others.
  @Test func searchesAreKnownWithinOnly() async throws {
    let own = "bfgs:search=own-half"
    func range() throws -> String {
      try #require(BFGS.parameterTable.first { $0.name == "search" }).range
    }
    func message(_ search: String) -> String {
      let error = #expect(throws: SpecificationError.self) {
        try OptimizerCatalogue.settings("bfgs:search=\(search)")
      }
      return error?.description ?? ""
    }
    try await extending(searches: [HalfStep.self]) {
      let (known, settings) = (try range(), try OptimizerCatalogue.settings(own))
      #expect(known.hasSuffix(", own-half"))
      #expect(settings.specification.description == own)
      #expect(message("own-haf").hasSuffix("expected own-half"))
      #expect(message("half").hasSuffix("expected own-half"))
      #expect(message("zzzzzz").hasSuffix(", own-half"))
    }
    let usual = try range()
    #expect(!usual.contains("own-half"))
    #expect(!message("own-haf").contains("expected own-half"))
    #expect(message("wolf").hasSuffix("expected strong-wolfe or weak-wolfe"))
  }

  @Test func namesAreKnownWithinOnly() async throws {
    try await extending(functions: [Dell.self], suites: [Suite("dells", "ours", of: ["dell"])]) {
      let shifted = try FunctionCatalogue.function("shift(dell)")
      #expect(shifted.dimension == 2)
      #expect(FunctionCatalogue.families.last?.functions.count == 1)
      #expect(SuiteCatalogue.all.last?.functions == ["dell"])
      // Suites of Descent's own hold what comes with it.
      #expect(SuiteCatalogue.standard.entries.allSatisfy { !$0.functions.contains("dell") })
    }
    #expect(throws: SpecificationError.self) { try FunctionCatalogue.function("dell") }
    #expect(SuiteCatalogue.all.allSatisfy { !$0.functions.contains("dell") })
  }

  /// In options and files of races, and in what help tells.
  @Test func overlaysAndFormatsAreKnownWithinOnly() async throws {
    let cross = RaceOverlay("cross", note: "cross: head") { $0.plus(at: $0.x) }
    let ends = RaceFormat("ends", "where runs ended") { try $0.file([], named: "ends.txt") }
    func help() -> String { DrawingSettings.overlay.help + DrawingSettings.format.help }
    try await extending(overlays: [cross], formats: [ends]) {
      let overlays = try [RaceOverlay](spelling: "cross,step")
      let formats = try [RaceFormat](spelling: "ends,png")
      #expect(overlays == [cross, .step] && formats == [ends, .png])
      #expect(help().contains(", cross.") && help().contains("ends, where runs ended"))
    }
    #expect(throws: SpecificationError.self) { try RaceOverlay(spelling: "cross") }
    #expect(throws: SpecificationError.self) { try RaceFormat(spelling: "ends") }
    #expect(!help().contains("cross") && !help().contains("ends,"))
  }

  /// A name counts before an alias of another method, whose settings are not meant.
  @Test func namesCountBeforeAliases() async throws {
    #expect(OptimizerCatalogue.aliases["tiger"] != nil)
    try await extending(optimizers: [Tiger.self]) {
      let settings = try OptimizerCatalogue.settings("tiger")
      #expect(settings is Tiger && settings.specification.settings.isEmpty)
    }
  }
}
