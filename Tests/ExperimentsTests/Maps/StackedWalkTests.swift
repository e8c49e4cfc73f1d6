import LinearAlgebra
import Objectives
import Optimizers
import Specifications
import Testing

@testable import Experiments

/// Walks that are made together are those that are made one by one.
@Suite struct StackedWalkTests {
  private static let starts: [PlaneStart] = {
    var starts: [PlaneStart] = []
    for column in 0..<5 {
      for row in 0..<5 { starts.append((2.1 * Double(column) - 4.3, 2.3 * Double(row) - 4.6)) }
    }
    return starts
  }()

  /// The methods that say that they act on each coordinate by itself, with their presets.
  private static let optimizers: [String] = OptimizerCatalogue.all.flatMap(names)

  private static func names(_ type: any OptimizerSettings.Type) -> [String] {
    guard type.init().isCoordinatewise else { return [] }
    // Those of another name of the method, as adamw/keras, are for that name.
    let presets: [String] = type.presetSettings.keys.sorted().filter { !$0.contains("/") }
    return [type.name] + presets.map { "\(type.name):preset=\($0)" }
  }

  private static func tuned(_ text: String) throws -> any OptimizerSettings {
    let faster = try Specification(parsing: "x:lr=0.005")
    return try OptimizerCatalogue.settings(Specification(parsing: text).adding(faster))
  }

  @Test func theMethodsOfLecturesAreStacked() {
    for name in ["sgd", "momentum", "nesterov", "rmsprop", "adagrad", "adam"] {
      #expect(Self.optimizers.contains(name))
    }
    for text in ["bfgs", "newton", "clip(sgd)", "lars", "sgd:lr=plateau(0.1)"] {
      #expect(throws: Never.self) {
        let settings = try OptimizerCatalogue.settings(text)
        #expect(!settings.isCoordinatewise, "\(text)")
      }
    }
  }

  private static func stacked<F: TestFunction, S: OptimizerSettings>(
    _ function: F, _ settings: S
  ) -> [WalkEnd] {
    let rule = ArrivalRule(function)
    let walk = StackedWalk(function, settings, rule: rule, steps: 60)
    return walk?.ends(from: starts) ?? []
  }

  private static func single<F: TestFunction, S: OptimizerSettings>(
    _ function: F, _ settings: S
  ) -> [WalkEnd] {
    PlaneWalk(function, settings, rule: ArrivalRule(function), steps: 60).ends(from: starts)
  }

  private static func newton<F: PlaneFunction>(_ function: F) -> [WalkEnd] {
    let rule = ArrivalRule(function)
    return NewtonWalk(function, rate: 1, rule: rule, steps: 60).ends(from: starts)
  }

  /// To the last bit: ends, steps and points.
  @Test(arguments: optimizers, ["himmelblau", "three-hump-camel", "beale"])
  func stacksAreWalksOneByOne(optimizer: String, name: String) throws {
    let function: any TestFunction = try FunctionCatalogue.function(name)
    let settings: any OptimizerSettings = try Self.tuned(optimizer)
    let (stack, single) = (Self.stacked(function, settings), Self.single(function, settings))
    #expect(stack.count == Self.starts.count)
    for (a, b) in zip(stack, single) {
      #expect(a.kind == b.kind && a.steps == b.steps)
      let isSame = a.x.bitPattern == b.x.bitPattern && a.y.bitPattern == b.y.bitPattern
      #expect(isSame || a.kind == .diverged)
    }
  }

  /// Newton's steps written out are the method's, to rounding.
  @Test(arguments: ["himmelblau", "three-hump-camel", "six-hump-camel", "booth"])
  func newtonWalksAreTheMethods(name: String) throws {
    let function: any TestFunction = try FunctionCatalogue.function(name)
    let plane = try #require(function as? any PlaneFunction)
    let (walks, method) = (Self.newton(plane), Self.single(function, Newton()))
    let reach = ArrivalRule(function).reach
    for (a, b) in zip(walks, method) {
      #expect(a.kind == b.kind && abs(a.steps - b.steps) <= 1)
      let distance = max(abs(a.x - b.x), abs(a.y - b.y))
      #expect(distance <= reach || a.kind == .diverged)
    }
  }

  private static let planes: [String] = FunctionCatalogue.all.filter {
    $0 is any PlaneFunction.Type
  }.map { $0.name }

  private static func derivatives<F: PlaneFunction>(
    _ function: F, at points: Vector
  ) -> (gradients: Vector, jets: Vector) {
    var jets = Vector.zeros(5 * points.count / 2)
    var gradients = Vector.zeros(points.count)
    var jetSpan = jets.mutableSpan
    function.secondOrder(at: points.span, into: &jetSpan)
    var gradientSpan = gradients.mutableSpan
    function.gradients(at: points.span, into: &gradientSpan)
    return (gradients, jets)
  }

  /// Derivatives at several points are those at each, second ones to rounding.
  @Test(arguments: planes) func derivativesAtSeveralPointsAreThoseAtEach(name: String) throws {
    let function: any TestFunction = try FunctionCatalogue.function(name)
    let plane = try #require(function as? any PlaneFunction)
    let points: [Vector] = [0.21, 0.47, 0.83].map { share in
      function.domain.map { $0.lowerBound * (1 - share) + $0.upperBound * share }
    }
    let (gradients, jets) = Self.derivatives(plane, at: points.flatMap { $0 })
    for (i, point) in points.enumerated() {
      let g = function.gradient(at: point)
      let h = function.hessian(at: point)
      let exact = [g[0], g[1], h[0, 0], h[0, 1], h[1, 1]]
      #expect(Vector(gradients[(2 * i)..<(2 * i + 2)]) == g)
      let error = Vector(jets[(5 * i)..<(5 * i + 5)]).minus(exact).largestMagnitude
      #expect(error <= 1e-12 * exact.largestMagnitude)
    }
  }
}
