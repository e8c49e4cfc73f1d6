import LinearAlgebra
import Testing

@testable import Optimizers

/// Each method's iterates change with the unit of f, and with a rotation, exactly where its card
/// does not say that they stay the same.
@Suite struct InvarianceTests {
  private static func path(_ settings: any OptimizerSettings, on f: MovedRosenbrock) -> [Vector] {
    (0...12).map { k in
      Run(settings, from: f.moved(f.start), on: TestOracle(f), tolerance: 0, mostSteps: k).x
    }
  }

  @Test(arguments: OptimizerCatalogue.names) func unitOfTheFunction(_ name: String) throws {
    let settings = try OptimizerCatalogue.settings(name)
    let plain = Self.path(settings, on: MovedRosenbrock())
    #expect(plain.last != plain.first)
    let isInvariant = [0x1p60, 0x1p-60].allSatisfy { c in
      Self.path(settings, on: MovedRosenbrock(factor: c)) == plain
    }
    #expect(isInvariant == type(of: settings).card.invariances.contains(.scale))
  }

  private static func unit(_ order: Int) -> [[Double]] {
    (0..<order).map { i in (0..<order).map { $0 == i ? 1 : 0 } }
  }

  /// I − 2vvᵀ / vᵀv.
  private static func householder(_ v: [Double]) -> [[Double]] {
    let square = v.reduce(0) { $0 + $1 * $1 }
    return zip(v, unit(v.count)).map { a, row in
      zip(v, row).map { b, one in one - 2 * a * b / square }
    }
  }

  /// By the angle of a triangle with the sides 3, 4 and 5, and in four variables by a reflection.
  private static let turns = [[[0.8, -0.6], [0.6, 0.8]], householder([1, 2, 3, 1])]

  @Test(arguments: OptimizerCatalogue.names) func rotation(_ name: String) throws {
    let settings = try OptimizerCatalogue.settings(name)
    let deviations = Self.turns.map { Self.deviation(of: settings, turned: $0) }
    // Rounding grows along the way.
    let isInvariant = deviations.allSatisfy { $0 <= 1e-6 }
    #expect(
      isInvariant == type(of: settings).card.invariances.contains(.rotation), "\(deviations)")
  }

  /// How far the path on a turned function is from the turned path, over the length of the way and
  /// the first eight steps, of which RAdam's first five are SGD's; infinite where that is none.
  private static func deviation(
    of settings: any OptimizerSettings, turned turn: [[Double]]
  ) -> Double {
    // So flat that no method with a fixed rate diverges.
    let turned = MovedRosenbrock(factor: 0x1p-8, turn: turn)
    let straight = MovedRosenbrock(factor: 0x1p-8, turn: unit(turn.count))
    let plain = path(settings, on: straight).prefix(9)
    let images = path(settings, on: turned).prefix(9)
    let way = plain.map { $0.minus(straight.start).norm }.max() ?? 0
    let distances = zip(plain, images).map { turned.moved($0).minus($1).norm / way }
    return distances.allSatisfy(\.isFinite) ? distances.max() ?? .infinity : .infinity
  }
}
