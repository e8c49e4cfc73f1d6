import LinearAlgebra
import Testing

@testable import Optimizers

/// Each method's iterates change with the unit of f, and with a rotation, exactly where its card
/// does not say that they stay the same.
@Suite struct InvarianceTests {
  private static let start: Vector = [-1.2, 1]

  private static func path(_ settings: any OptimizerSettings, on f: MovedRosenbrock) -> [Vector] {
    (0...12).map { k in
      Run(settings, from: f.moved(start), on: TestOracle(f), tolerance: 0, mostSteps: k).x
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

  /// By the angle of a triangle with the sides 3, 4 and 5, over the first eight steps, of which
  /// RAdam's first five are SGD's.
  @Test(arguments: OptimizerCatalogue.names) func rotation(_ name: String) throws {
    let settings = try OptimizerCatalogue.settings(name)
    // So flat that no method with a fixed rate diverges.
    let turned = MovedRosenbrock(factor: 0x1p-8, turn: (0.8, 0.6))
    let plain = Self.path(settings, on: MovedRosenbrock(factor: 0x1p-8)).prefix(9)
    let images = Self.path(settings, on: turned).prefix(9)
    let way = plain.map { $0.minus(Self.start).norm }.max() ?? 0
    let distances = zip(plain, images).map { turned.moved($0).minus($1).norm }
    // Rounding grows along the way.
    let isInvariant = distances.allSatisfy { $0 <= 1e-6 * way }
    #expect(
      isInvariant == type(of: settings).card.invariances.contains(.rotation),
      "\(distances.map { $0 / way })")
  }
}
