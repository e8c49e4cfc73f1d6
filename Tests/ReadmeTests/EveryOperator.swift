import LinearAlgebra
import Objectives
import Specifications

/// A function of one's own with every operator that a formula may use, importing what the README
/// says: −(x / y) + 2 x y − x / 4 + 1, and the same built up by assignments.
struct EveryOperator: PlaneFunction {
  static let card = FunctionCard(
    name: "every-operator", title: "Every operator", formula: "-(x/y) + 2 x y - x/4 + 1",
    tags: [.smooth], source: "elementary")
  static let parameters: [Parameter<Self>] = []

  /// Whether the formula is built up by assignments.
  var assigns = false
  var domain: [ClosedRange<Double>] { [1...2, 1...2] }
  var start: Vector { [1.5, 2] }
  var minimum: Double? { nil }
  var minimizers: [Vector] { [] }

  func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    if !assigns { return -(x / y) + 2 * x * y - x / 4 + 1 }
    var (quotient, product, sum) = (x, x, S(1))
    quotient /= y
    product *= y
    product *= 2
    sum += product
    sum -= quotient
    sum -= x / 4
    return sum
  }
}

/// A sum over the coordinates with division inside, as in Griewank's function.
struct LongQuotient: FormulaFunction {
  static let card = FunctionCard(
    name: "long-quotient", title: "Long quotient",
    formula: "1 + sum x_i^2/4000 - prod cos(x_i/sqrt(i))", tags: [.smooth], source: "elementary")
  static let parameters: [Parameter<Self>] = []

  var dimension: Int { 2 }
  var domain: [ClosedRange<Double>] { [-5...5, -5...5] }
  var start: Vector { [1, 1] }
  var minimum: Double? { 0 }
  var minimizers: [Vector] { [[0, 0]] }

  func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    var product: S = 1
    for i in 0..<x.count {
      sum += x[i] * x[i] / 4000
      product *= .cos(x[i] / .sqrt(S(Double(i + 1))))
    }
    return 1 + sum - product
  }
}
