import LinearAlgebra
import Testing

@testable import Optimizers

/// What holds for every method of gradients. A new method takes part by being in the catalogue.
@Suite struct FirstOrderPropertyTests {
  /// The names, from which settings are made: `any` types make poor test descriptions.
  static let names = OptimizerCatalogue.names.filter {
    (try? OptimizerCatalogue.settings($0)) is any GradientSettings
  }

  /// The names, and the presets of each.
  static let dialects = names.flatMap { name in
    let presets = OptimizerCatalogue.type(named: name)?.presetNames ?? []
    return [name] + presets.map { "\(name):preset=\($0)" }
  }

  /// Settings that fit the small quadratic, where the defaults do not.
  static let fitting: [String: String] = [
    "sgd": "lr=0.05",
    "sign-sgd": "lr=0.01",
    "aggmo": "lr=0.002",
    "adam": "lr=0.05",
    "nadam": "lr=0.05",
    "adamax": "lr=0.05",
    "radam": "lr=0.05",
    "adamod": "lr=0.5",
    "diffgrad": "lr=0.05",
    "laprop": "lr=0.05",
    "ademamix": "lr=0.02",
    "adopt": "lr=0.05",
    "lion": "lr=0.01",
    "adan": "lr=0.05",
    "lamb": "lr=0.01",
    "qhadam": "lr=0.05",
    "optimistic-adam": "lr=0.05",
    "adagrad": "lr=0.5",
    "ftrl": "lr=0.5",
    // Made for slopes that do not shrink: a constant rate is twice too long for a curvature of 10.
    "d-adapt-sgd": "lr=0.3",
    "schedule-free-adamw": "lr=0.05",
    "lookahead": "of=adam(lr=0.05)",
    "sophia": "lr=0.01",
  ]

  /// Those that shrink the variables whatever the gradient.
  static let shrinking: Set<String> = ["asgd", "fromage"]

  /// Those that form the iterate anew from other points, and round in doing so.
  static let rounding: Set<String> = ["madgrad", "schedule-free-sgd", "schedule-free-adamw"]

  /// Those that begin as if there had been gradients, with settings that let them rest.
  static let resting: [String: String] = [
    "yogi": "initial-mean=0", "ftrl": "initial-accumulator=0",
  ]

  /// Dialects whose iterate is not finite after gradients of this size, whose squares or higher
  /// powers are 0 or infinite.
  static let spoiled: [Double: Set<String>] = [
    1e-300: [
      "adam:preset=lecture", "adagrad:preset=lecture", "rmsprop:preset=lecture",
      "ftrl:preset=pytorch-optimizer",
    ],
    1e300: [
      "yogi", "yogi:preset=optax", "yogi:preset=paper", "yogi:preset=pytorch-optimizer", "ftrl",
      "ftrl:preset=keras", "ftrl:preset=pytorch-optimizer", "shampoo",
      "shampoo:preset=pytorch-optimizer", "soap", "soap:preset=pytorch-optimizer",
      "adahessian:preset=pytorch-optimizer",
    ],
  ]

  static let quadratic = Quadratic(n: 4, condition: 10)
  static let start = quadratic.center.map { $0 + 1 }

  @Test(arguments: names)
  func aRunTwiceGivesTheSameDigits(_ name: String) throws {
    try determinism(of: settings(name))
  }

  /// Three runs, two of them step by step in turn, share nothing.
  private func determinism<S: GradientSettings>(of settings: S) throws {
    let alone = try path(of: settings, steps: 30)
    var methods = [S.Method(settings, dimension: 4), S.Method(settings, dimension: 4)]
    var points = [Self.start, Self.start]
    var oracle = Self.quadratic.oracle
    for step in 1...30 {
      for i in methods.indices { try methods[i].step(from: &points[i], querying: &oracle) }
      #expect(points[0] == alone[step])
      #expect(points[1] == alone[step])
    }
  }

  private func path<S: GradientSettings>(of settings: S, steps: Int) throws -> [Vector] {
    var method = S.Method(settings, dimension: 4)
    var oracle = Self.quadratic.oracle
    var points = [Self.start]
    var x = Self.start
    for _ in 1...steps {
      try method.step(from: &x, querying: &oracle)
      points.append(x)
    }
    return points
  }

  @Test(arguments: names)
  func theIterateIsUntouchedWhereTheOracleThrows(_ name: String) throws {
    for queries in 0...12 { try refusal(of: settings(name), after: queries) }
  }

  private func refusal<S: GradientSettings>(of settings: S, after queries: Int) {
    var method = S.Method(settings, dimension: 4)
    var oracle = Self.quadratic.oracle
    oracle.mostQueries = queries
    var x = Self.start
    for _ in 0...queries {
      let before = x
      do throws(Halt) {
        try method.step(from: &x, querying: &oracle)
      } catch {
        #expect(x == before, "after \(queries) queries")
        #expect(error == .budgetSpent("queries"))
        #expect(method.evaluationPoint(from: x).count == 4)
        return
      }
    }
    Issue.record("\(S.name) asked less than once a step")
  }

  @Test(arguments: dialects)
  func zeroGradientsDoNotMove(_ text: String) throws {
    let name = Self.name(of: text)
    let x = try end(of: resting(text), gradient: 0, steps: 20)
    #expect(x.isFinite)
    if Self.shrinking.contains(name) {
      #expect(zip(x, Self.start).allSatisfy { abs($0) <= abs($1) })
    } else if Self.rounding.contains(name) {
      #expect(zip(x, Self.start).allSatisfy { abs($0 - $1) <= 20 * $1.ulp })
    } else {
      #expect(x == Self.start)
    }
  }

  /// A component whose gradient is and was zero is not moved by those of others. The eigenvectors
  /// of Shampoo and SOAP are rounded.
  @Test(arguments: dialects.filter { !shrinking.contains(name(of: $0)) })
  func flatComponentsStay(_ text: String) throws {
    let x = try end(of: resting(text), gradient: 2, steps: 5)
    #expect(abs(x[1] - Self.start[1]) <= 1e-12)
  }

  @Test(arguments: dialects, [1e150, -1e150, 1e-150, -1e-150])
  func extremeGradientsEndAsStated(_ text: String, _ slope: Double) throws {
    let isFinite = try end(of: settings(text), gradient: slope, steps: 8).isFinite
    #expect(isFinite != (Self.spoiled[abs(slope)] ?? []).contains(text))
  }

  @Test(arguments: dialects, [1e300, -1e300, 1e-300, -1e-300])
  func gradientsWithoutSquaresEndAsStated(_ text: String, _ slope: Double) throws {
    let isFinite = try end(of: settings(text), gradient: slope, steps: 3).isFinite
    #expect(isFinite != (Self.spoiled[abs(slope)] ?? []).contains(text))
  }

  /// Infinite and NaN gradients may spoil the iterate, but no step may trap.
  @Test(arguments: names, [Double.infinity, -.infinity, .nan])
  func gradientsThatAreNoNumbersDoNotTrap(_ name: String, _ slope: Double) throws {
    #expect(try end(of: settings(name), gradient: slope, steps: 3).count == 4)
  }

  private func end<S: GradientSettings>(
    of settings: S, gradient: Double, steps: Int
  ) throws -> Vector {
    var method = S.Method(settings, dimension: 4)
    var oracle = TestOracle(dimension: 4) { _ in
      (1, [gradient, 0, -gradient, gradient])
    }
    var x = Self.start
    for _ in 1...steps { try method.step(from: &x, querying: &oracle) }
    return x
  }

  @Test(arguments: names)
  func lowersAQuadratic(_ name: String) throws {
    try lowering(settings(name, Self.fitting[name]))
  }

  private func lowering<S: GradientSettings>(_ settings: S) throws {
    var method = S.Method(settings, dimension: 4)
    var oracle = Self.quadratic.oracle
    var x = Self.start
    let first = oracle.gradient(x).value
    for _ in 1...500 { try method.step(from: &x, querying: &oracle) }
    let last = oracle.gradient(x).value
    #expect(last <= 0.1 * first, "from \(first) to \(last)")
  }

  private static func name(of text: String) -> String { String(text.prefix { $0 != ":" }) }

  /// A dialect without decay that stays where there is no gradient.
  private func resting(_ text: String) throws -> any GradientSettings {
    let name = Self.name(of: text)
    let parameters = try #require(OptimizerCatalogue.type(named: name)).parameterTable
    let decay = parameters.contains { $0.name == "weight-decay" } ? "weight-decay=0" : nil
    let more = [decay, Self.resting[name]].compactMap { $0 }.joined(separator: ",")
    return try settings(text, more.isEmpty ? nil : more)
  }

  private func settings(_ text: String, _ more: String? = nil) throws -> any GradientSettings {
    let separator = text.contains(":") ? "," : ":"
    let settings = try OptimizerCatalogue.settings(more.map { text + separator + $0 } ?? text)
    return try #require(settings as? any GradientSettings)
  }
}
