import LinearAlgebra
import Objectives
import Optimizers

/// An oracle over closures that counts, remembers where gradients were asked, and may refuse.
struct TestOracle: Oracle {
  let dimension: Int
  let gradient: @Sendable (Vector) -> (value: Double, gradient: Vector)
  let hessian: @Sendable (Vector) -> SymmetricMatrix
  var mostQueries = Int.max
  var isSampled = false
  var gradientCount = 0
  /// Where gradients were asked.
  var points: [Vector] = []
  var productCount = 0
  var hessianCount = 0
  /// The objective where it has residuals, and what was asked of them.
  var sum: (any ResidualObjective)?
  var jacobianPoints: [Vector] = []
  var trialPoints: [Vector] = []

  init(_ objective: some Objective) {
    dimension = objective.dimension
    sum = (objective as? any TestFunction)?.sumOfSquares ?? objective as? any ResidualObjective
    gradient = { (objective.value(at: $0), objective.gradient(at: $0)) }
    hessian = { objective.hessian(at: $0) }
  }

  init(
    dimension: Int, gradient: @escaping @Sendable (Vector) -> (value: Double, gradient: Vector),
    hessian: @escaping @Sendable (Vector) -> SymmetricMatrix = { SymmetricMatrix(order: $0.count) }
  ) {
    self.dimension = dimension
    self.gradient = gradient
    self.hessian = hessian
  }

  private mutating func count(_ path: WritableKeyPath<Self, Int>) throws(Halt) {
    try admitQuery()
    self[keyPath: path] += 1
  }

  func admitQuery() throws(Halt) {
    let counts = gradientCount + productCount + hessianCount
    guard counts + jacobianPoints.count + trialPoints.count < mostQueries else {
      throw .budgetSpent("queries")
    }
  }

  mutating func value(at x: borrowing Vector) throws(Halt) -> Double {
    try count(\.gradientCount)
    return gradient(copy x).value
  }

  mutating func gradient(at x: borrowing Vector, into result: inout Vector) throws(Halt) -> Double {
    try count(\.gradientCount)
    points.append(copy x)
    let answer = gradient(copy x)
    result = answer.gradient
    return answer.value
  }

  mutating func hessian(
    at x: borrowing Vector, into result: inout SymmetricMatrix
  ) throws(Halt) {
    try count(\.hessianCount)
    result = hessian(copy x)
  }

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into result: inout Vector
  ) throws(Halt) {
    try count(\.productCount)
    hessian(copy x).multiply(copy d, into: &result)
  }
}
