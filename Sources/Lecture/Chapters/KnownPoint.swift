import LinearAlgebra
import Objectives

/// A stationary point of a library function, of which formulas tell what it is, and what H says
/// there.
struct KnownPoint {
  /// As the library has it, whatever the second derivatives are.
  let kind: PointKind
  /// Of H, ascending.
  let eigenvalues: [Double]

  /// Those of all smooth functions of two variables.
  static let all: [KnownPoint] =
    (FunctionCatalogue.functions(of: "landscapes") + FunctionCatalogue.functions(of: "plane"))
    .map { $0.init() }
    .filter { $0.dimension == 2 && $0.tags.contains(.smooth) }
    .flatMap { function in
      (function.minimizers.map { CriticalPoint($0, .minimum) } + function.criticalPoints)
        .compactMap { KnownPoint(function, $0) }
    }

  /// Nil where the gradient does not vanish, as at an edge of the domain.
  private init?(_ function: any TestFunction, _ point: CriticalPoint) {
    let found = StationaryPoint(of: function, at: point.point)
    guard found.kind != .notStationary, !found.eigenvalues.isEmpty else { return nil }
    (kind, eigenvalues) = (point.kind == .localMinimum ? .minimum : point.kind, found.eigenvalues)
  }

  /// Whether no eigenvalue is zero, to the accuracy of points that are given with ten digits.
  var isRegular: Bool {
    let largest = eigenvalues.largestMagnitude
    return eigenvalues.allSatisfy { abs($0) > 1e-6 * largest }
  }
  /// Whether f rises in all directions, by the second derivatives.
  var isBowl: Bool { isRegular && eigenvalues.allSatisfy { $0 > 0 } }
  /// Whether f falls in all directions, by the second derivatives.
  var isDome: Bool { isRegular && eigenvalues.allSatisfy { $0 < 0 } }
  /// Whether f rises one way and falls another, by the second derivatives.
  var isMixed: Bool { isRegular && !isBowl && !isDome }
}
