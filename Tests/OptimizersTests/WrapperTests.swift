import LinearAlgebra
import Specifications
import Testing

@testable import Optimizers

/// Methods around others.
@Suite struct WrapperTests {
  private static let quadratic = Quadratic(n: 3, condition: 10)

  /// A run's iterates, and the oracle afterwards.
  private func run(
    _ text: String, steps: Int = 20, on oracle: TestOracle = quadratic.oracle
  ) throws -> (path: [Vector], oracle: TestOracle) {
    try run(OptimizerCatalogue.settings(text), steps, oracle)
  }

  private func run<S: OptimizerSettings>(
    _ settings: S, _ steps: Int, _ oracle: TestOracle
  ) throws -> (path: [Vector], oracle: TestOracle) {
    var method = S.Method(settings, dimension: 3)
    var oracle = oracle
    var x: Vector = [1, 2, -1]
    let path = try (1...steps).map { _ in
      try method.step(from: &x, querying: &oracle)
      return x
    }
    return (path, oracle)
  }

  @Test(arguments: [
    ("lookahead(adam:lr=0.1,k=6)", "lookahead(adam(lr=0.1),k=6)"),
    ("lookahead(adam(lr=0.1),k=6)", "lookahead(adam(lr=0.1),k=6)"),
    ("lookahead:k=6,of=adam(lr=0.1)", "lookahead(adam(lr=0.1),k=6)"),
    ("lookahead(adam:preset=keras,lr=0.1,k=6)", nil),
    ("lookahead(adam:lr=0.1,preset=keras)", nil),
    ("clip(sgd,norm=1)", "clip(sgd,norm=1)"),
    ("sam(clip(lookahead(signum:lr=power(0.1,r=20),k=2),value=3),rho=0.1)", nil),
  ])
  func printsInNestedForm(_ text: String, _ printed: String?) throws {
    let settings = try OptimizerCatalogue.settings(text)
    let description = settings.specification.description
    if let printed { #expect(description == printed) }
    #expect(try OptimizerCatalogue.settings(description).specification.description == description)
    let list = try Specification.list(parsing: "sgd:lr=0.1,\(description),bfgs")
    #expect(list.count == 3 && list[1].description == description)
  }

  /// A key that neither has may have been meant for either.
  @Test(arguments: [
    ("clip(momentum:lr=0.01,nrom=1)", "norm of clip"),
    ("lookahead(adam:beat1=0.5)", "beta1"),
    ("lookahead(adam,lr=0.1)", "lookahead(adam:lr=0.1)"),
    ("lookahead(adam,k=3,preset=keras)", "lookahead(adam:preset=keras)"),
    ("sam(clip,rho=1,norm=2)", "sam(clip:norm=2)"),
  ])
  func errorsNameWhatWasMeant(_ text: String, _ meant: String) {
    #expect {
      try OptimizerCatalogue.settings(text)
    } throws: { error in
      "\(error)".contains(meant)
    }
  }

  @Test func aKeyThatBothHaveIsTheWrappers() throws {
    let outer = try OptimizerCatalogue.settings("lookahead(momentum:lr=0.01,alpha=0.25)")
    #expect((outer as? Lookahead)?.share == 0.25)
    let inner = try OptimizerCatalogue.settings("lookahead(momentum(lr=0.01,alpha=0.25))")
    #expect(((inner as? Lookahead)?.base as? Momentum)?.momentum == 0.25)
  }

  @Test func presetsReachTheMethodInside() throws {
    let settings = try OptimizerCatalogue.settings("lookahead(adam:lr=0.1,preset=keras,k=6)")
    let lookahead = try #require(settings as? Lookahead)
    #expect((lookahead.base as? Adam)?.epsilon == 1e-7)
    #expect(lookahead.period == 6)
  }

  @Test(arguments: ["lookahead", "sam", "clip"])
  func refusesMethodsOfSecondOrder(_ name: String) {
    #expect {
      try OptimizerCatalogue.settings("\(name)(bfgs)")
    } throws: {
      "\($0)" == "\(name): of=bfgs is not accepted; expected a method of gradients such as adam; "
        + "bfgs is none"
    }
    #expect(throws: SpecificationError.self) {
      try OptimizerCatalogue.settings("\(name)(adma)")
    }
  }

  @Test func clipsByNormAndByValue() throws {
    let oracle = TestOracle(dimension: 3) { _ in (0, [3, -4, 12]) }
    let byNorm = try run("clip(sgd:lr=1,norm=1.3)", steps: 1, on: oracle).path[0]
    let expected = [1 - 0.3, 2 + 0.4, -1 - 1.2]
    for (a, b) in zip(byNorm, expected) { #expect(abs(a - b) <= 1e-15) }
    #expect(try run("clip(sgd:lr=1,value=3.5)", steps: 1, on: oracle).path == [[-2, 5.5, -4.5]])
    #expect(try run("clip(sgd:lr=1,norm=13)", steps: 1, on: oracle).path == [[-2, 6, -13]])
  }

  @Test func aWrapperThatChangesNothingIsTheMethodInside() throws {
    for inner in ["adam:lr=0.1", "nesterov", "asgd", "nesterov-convex"] {
      let plain = try run(inner).path
      for wrapped in ["clip(\(inner))", "sam(\(inner),rho=0)", "lookahead(\(inner),k=99)"] {
        #expect(try run(wrapped).path == plain, "\(wrapped)")
      }
    }
  }

  /// x − ε∇f(x + ρ g/‖g‖).
  @Test func sharpnessAwareMinimizationAsksTwice() throws {
    let (path, oracle) = try run("sam(sgd:lr=0.1,rho=0.5)", steps: 1)
    let start: Vector = [1, 2, -1]
    let g = Self.quadratic.oracle.gradient(start).gradient
    var raised = start
    raised.add(0.5 / g.norm, g)
    #expect(oracle.points.count == 2 && oracle.points[0] == start)
    for (a, b) in zip(oracle.points[1], raised) { #expect(abs(a - b) <= 1e-15) }
    var expected = start
    expected.add(-0.1, Self.quadratic.oracle.gradient(raised).gradient)
    for (a, b) in zip(path[0], expected) { #expect(abs(a - b) <= 1e-14) }
  }

  /// The method inside keeps its own queries, however deep it lies.
  @Test func wrappersAskAsTheMethodInside() throws {
    let plain = try run("nesterov")
    let ahead = try run("lookahead(nesterov,k=1000)")
    #expect(ahead.oracle.points == plain.oracle.points)
    #expect(try run("lookahead(clip(sam(sgd),norm=9))").oracle.gradientCount == 40)
    #expect(try run("clip(lookahead(sam(sgd)),norm=9)").oracle.gradientCount == 40)
    let sam = try run("sam(sgd)").path
    #expect(try run("clip(lookahead(sam(sgd),k=1000),norm=1e9)").path == sam)
  }

  @Test func secondPointsAreThoseOfTheMethodInside() throws {
    func name(_ text: String) throws -> String? {
      func name<S: OptimizerSettings>(_ settings: S) -> String? {
        S.Method(settings, dimension: 2).evaluationPointName
      }
      return try name(OptimizerCatalogue.settings(text))
    }
    #expect(try name("clip(asgd)") == "average")
    #expect(try name("sam(nesterov)") == name("nesterov"))
    #expect(try name("clip(adam)") == nil)
    #expect(try name("lookahead(nesterov)") == "slow weights")
  }

  @Test func resettingForgetsTheMomentum() throws {
    let kept = try run("lookahead(momentum,k=3,alpha=1)").path
    let reset = try run("lookahead(momentum,k=3,alpha=1,reset=true)").path
    #expect(kept[..<3] == reset[..<3])
    #expect(kept[3] != reset[3])
    var expected = reset[2]
    expected.add(-0.01, Self.quadratic.oracle.gradient(reset[2]).gradient)
    #expect(reset[3] == expected)
  }
}
