import LinearAlgebra
import Objectives
import RealModule
import Specifications

// Himmelblau's and Beale's functions with the roundings of the references, whose powers are those of
// the C library: some of these runs turn a difference in the last digit into one of 10⁻³.

/// (x² + y − 11)² + (x + y² − 7)².
struct PowerHimmelblau: FormulaFunction {
  static let card = FunctionCard(
    name: "power-himmelblau", title: "Himmelblau", formula: Himmelblau.card.formula,
    tags: Himmelblau.card.tags, source: Himmelblau.card.source)
  static let parameters: [Parameter<Self>] = []

  var dimension: Int { 2 }
  var domain: [ClosedRange<Double>] { Himmelblau().domain }
  var start: Vector { Himmelblau().start }
  var minimum: Double? { 0 }
  var minimizers: [Vector] { Himmelblau().minimizers }

  private func parts<S: Scalar>(_ x: S, _ y: S) -> (S, S) {
    (S.pow(x, 2) + y - 11, x + S.pow(y, 2) - 7)
  }

  func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    let (first, second) = parts(x[0], x[1])
    return first * first + second * second
  }

  func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let (first, second) = parts(x[0], x[1])
    gradient[0] = 4 * first * x[0] + 2 * second
    gradient[1] = 2 * first + 4 * second * x[1]
    return first * first + second * second
  }
}

/// (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)².
struct PowerBeale: FormulaFunction {
  static let card = FunctionCard(
    name: "power-beale", title: "Beale", formula: Beale.card.formula, tags: Beale.card.tags,
    source: Beale.card.source)
  static let parameters: [Parameter<Self>] = []

  var dimension: Int { 2 }
  var domain: [ClosedRange<Double>] { Beale().domain }
  var start: Vector { Beale().start }
  var minimum: Double? { 0 }
  var minimizers: [Vector] { Beale().minimizers }

  private func parts<S: Scalar>(_ x: S, _ y: S) -> (S, S, S) {
    (1.5 - x + x * y, 2.25 - x + x * S.pow(y, 2), 2.625 - x + x * S.pow(y, 3))
  }

  func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    let (first, second, third) = parts(x[0], x[1])
    return first * first + second * second + third * third
  }

  func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let (x, y) = (x[0], x[1])
    let (first, second, third) = parts(x, y)
    let (square, cube) = (S.pow(y, 2), S.pow(y, 3))
    let alongX = 2 * first * (y - 1) + 2 * second * (square - 1)
    gradient[0] = alongX + 2 * third * (cube - 1)
    let alongY = 2 * first * x + 2 * second * (2 * x * y)
    gradient[1] = alongY + 2 * third * (3 * x * square)
    return first * first + second * second + third * third
  }
}
