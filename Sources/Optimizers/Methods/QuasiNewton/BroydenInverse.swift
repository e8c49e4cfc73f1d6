import LinearAlgebra

/// M ≈ H⁻¹ as a matrix, updated by the members of Broyden's family that keep it positive definite.
///
/// M ← M − M y yᵀ M / yᵀMy + s sᵀ / yᵀs + ψ v vᵀ with v = √(yᵀMy) (s / yᵀs − M y / yᵀMy). ψ = 1 is
/// BFGS, ψ = 0 DFP. Between them φ, the share of DFP in the update of M⁻¹, gives
/// ψ = (1 − φ) / (1 + φ (μ − 1)) with μ = yᵀMy sᵀM⁻¹s / (yᵀs)² ≥ 1.
///
/// Reference: R. Fletcher, Practical Methods of Optimization, 2nd ed., section 3.3.
struct BroydenInverse: InverseHessianModel {
  private let isScaled: Bool
  /// φ.
  private let share: Double
  private var matrix: PackedSymmetricMatrix
  /// An update that waits for the next product, to share its pass over the matrix: scale, u and v.
  private var pending: (scale: Double, u: Vector, v: Vector)?
  private(set) var isFresh = true

  init(dimension: Int, isScaled: Bool, share: Double) {
    self.isScaled = isScaled
    self.share = share
    matrix = .identity(order: dimension)
  }

  var readsImage: Bool { share > 0 }

  mutating func reset() {
    matrix = .identity(order: matrix.order)
    pending = nil
    isFresh = true
  }

  mutating func learn(s: Vector, y: Vector, image: Vector) {
    let curvature = y.dot(s)
    var size = readsImage ? image.dot(s) : 0
    if isFresh, isScaled {
      let scale = curvature / y.dot(y)
      matrix = .identity(order: matrix.order, scale: scale)
      size = s.dot(s) / scale
    }
    isFresh = false
    let product = product(y)
    if share == 0 {
      update(s, product, curvature, y.dot(product))
    } else {
      update(s, product, curvature, y.dot(product), size: size)
    }
  }

  /// BFGS: with w = (1 + ρ yᵀMy) s / 2 − My the update is M + ρ (s wᵀ + w sᵀ).
  private mutating func update(
    _ s: Vector, _ product: Vector, _ curvature: Double, _ stretch: Double
  ) {
    let half = (1 + stretch / curvature) / 2
    var w = s
    for i in 0..<w.count { w[i] = half * w[i] - product[i] }
    pending = (2 / curvature, s, w)
  }

  /// The others; `stretch` is yᵀMy and `size` sᵀM⁻¹s.
  private mutating func update(
    _ s: Vector, _ product: Vector, _ curvature: Double, _ stretch: Double, size: Double
  ) {
    let excess = stretch / curvature * (size / curvature) - 1
    let psi = (1 - share) / (1 + share * max(0, excess))
    let v = zip(s, product).map { $0 / curvature - $1 / stretch }
    matrix.add(-1 / stretch, symmetricProductOf: product, product)
    matrix.add(1 / curvature, symmetricProductOf: s, s)
    if psi != 0 { matrix.add(psi * stretch, symmetricProductOf: v, v) }
  }

  mutating func direction(against g: Vector) -> Vector {
    product(g).negated
  }

  private mutating func product(_ v: Vector) -> Vector {
    guard let update = pending else { return matrix.product(v) }
    pending = nil
    return matrix.productAfterAdding(
      update.scale, symmetricProductOf: update.u, update.v, times: v)
  }
}
