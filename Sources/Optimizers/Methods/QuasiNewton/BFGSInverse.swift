import LinearAlgebra

/// M ≈ H⁻¹ of BFGS in the order of operations asked for.
///
/// The two orders are the same in exact arithmetic. In doubles they part where ρ s sᵀ is smaller
/// than M by 10¹⁶ and more: what is then left of M along s is rounding's, and rounding chooses the
/// step.
struct BFGSInverse: InverseHessianModel {
  private var sum: BroydenInverse?
  private var product: ProductInverse?

  init(_ settings: BFGS, dimension: Int) {
    switch settings.update {
    case .sum:
      sum = BroydenInverse(dimension: dimension, isScaled: settings.isScaled, share: 0)
    case .product:
      product = ProductInverse(dimension: dimension, isScaled: settings.isScaled)
    }
  }

  var isFresh: Bool { sum?.isFresh ?? product?.isFresh ?? true }

  mutating func reset() {
    sum?.reset()
    product?.reset()
  }

  mutating func learn(s: Vector, y: Vector, image: Vector) {
    sum?.learn(s: s, y: y, image: image)
    product?.learn(s: s, y: y)
  }

  mutating func direction(against g: Vector) -> Vector {
    sum?.direction(against: g) ?? product?.direction(against: g) ?? g.negated
  }
}

/// M ← (I − ρ s yᵀ) (M (I − ρ y sᵀ)) + ρ s sᵀ by products of whole matrices, as in scipy.
///
/// O(n³) an update. M is symmetric to rounding only.
private struct ProductInverse: Sendable {
  private let isScaled: Bool
  private var matrix: Matrix
  private(set) var isFresh = true

  init(dimension: Int, isScaled: Bool) {
    self.isScaled = isScaled
    matrix = Self.identity(dimension, scale: 1)
  }

  mutating func reset() {
    matrix = Self.identity(matrix.rows, scale: 1)
    isFresh = true
  }

  mutating func learn(s: Vector, y: Vector) {
    let curvature = y.dot(s)
    if isFresh, isScaled { matrix = Self.identity(s.count, scale: curvature / y.dot(y)) }
    isFresh = false
    let rho = 1 / curvature
    var left = Self.identity(s.count, scale: 1)
    for i in s.indices {
      for j in s.indices { left[i, j] -= s[i] * y[j] * rho }
    }
    matrix = left.times(matrix.times(left.transposed))
    for i in s.indices {
      for j in s.indices { matrix[i, j] += rho * s[i] * s[j] }
    }
  }

  func direction(against g: Vector) -> Vector { matrix.times(g).negated }

  private static func identity(_ order: Int, scale: Double) -> Matrix {
    var matrix = Matrix(rows: order, columns: order)
    for i in 0..<order { matrix[i, i] = scale }
    return matrix
  }
}
