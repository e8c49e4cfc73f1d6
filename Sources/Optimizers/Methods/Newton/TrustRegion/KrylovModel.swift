import LinearAlgebra

/// The quadratic model of f in the space of g, Hg, H²g and so on, and its lowest point there within
/// the radius, from products with H alone.
///
/// Lanczos's process makes an orthonormal basis Q of the space, in which H is the tridiagonal T and
/// g is ‖g‖ e₁; the space grows by one product until the gradient of the model at its lowest point
/// is small, which is γ |h| with the last entries γ and h of the process and of the point. Until
/// the radius binds, or T is not positive definite, the points are those of conjugate gradients. A
/// smaller radius at the same iterate keeps the space.
struct KrylovModel: TrustRegionModel {
  /// How small the gradient of the model is to be, beside ‖g‖.
  private let isInexact: Bool
  private var basis: [Vector] = []
  /// T.
  private var diagonal: Vector = []
  private var offDiagonal: Vector = []
  /// ‖g‖ and, of conjugate gradients, ‖gₖ‖, while that is known.
  private var size = 0.0
  private var residual = 0.0
  private var pivot = 0.0
  /// Sizes of the model's gradient at lowest points, for what is asked of them.
  private var misses: Vector = []

  init(isInexact: Bool) { self.isInexact = isInexact }

  mutating func begin<O: Oracle & ~Copyable>(
    at start: Sample, querying oracle: inout O
  ) throws(Halt) {
    basis = []
    diagonal = []
    offDiagonal = []
    misses = []
    size = start.gradient.norm
    residual = size
  }

  mutating func step<O: Oracle & ~Copyable>(
    from start: Sample, within radius: Double, querying oracle: inout O
  ) throws(Halt) -> ModelStep {
    guard size > 0 else {
      return ModelStep(step: .zeros(start.x.count), decrease: 0, isOnBoundary: false)
    }
    guard basis.isEmpty else { return combined(try lowestPoint(within: radius)) }
    var next = start.gradient
    next.scale(by: 1 / size)
    var isInside = true
    while true {
      basis.append(next)
      next = try expanded(at: start.x, querying: &oracle)
      let gamma = offDiagonal.last ?? 0
      let point = try lowestPoint(within: radius)
      isInside = isInside && !point.isOnBoundary
      let miss = gamma * abs(point.step.last ?? 0)
      misses.append(miss / wanted(isInside: isInside))
      let isSettled = miss <= wanted(isInside: isInside) || residual * residual <= Self.tiny
      if isSettled || isHopeless(isInside: isInside) || point.decrease > Self.lowest
        || basis.count >= 2 * next.count
      {
        return combined(point)
      }
      next.scale(by: 1 / gamma)
    }
  }

  /// trlib's `zero`, and its bound of the model.
  private static let tiny = 2e-16
  private static let lowest = 1e20

  /// What the model's gradient is to be at most.
  private func wanted(isInside: Bool) -> Double {
    switch (isInexact, isInside) {
    case (true, true): min(0.5, size) * size
    case (true, false): max(1e-6, min(0.5, size.squareRoot())) * size
    case (false, true): 1e-8 * size
    case (false, false): 1e-6 * size
    }
  }

  /// Whether ten points on the boundary have brought less than a tenth.
  private func isHopeless(isInside: Bool) -> Bool {
    guard !isInside, misses.count > 11 else { return false }
    let recent = misses.suffix(11)
    let isFalling = zip(recent, recent.dropFirst()).allSatisfy { $0 >= $1 }
    return isFalling && (recent.first ?? 0) > 0.1 * (recent.last ?? 0)
  }

  /// A step of Lanczos's process: what the basis lacks of H q, of the length γ.
  private mutating func expanded<O: Oracle & ~Copyable>(
    at x: Vector, querying oracle: inout O
  ) throws(Halt) -> Vector {
    let k = basis.count - 1
    var image = Vector.zeros(x.count)
    try oracle.product(at: x, along: basis[k], into: &image)
    let curvature = basis[k].dot(image)
    image.add(-curvature, basis[k])
    if k > 0 { image.add(-offDiagonal[k - 1], basis[k - 1]) }
    diagonal.append(curvature)
    pivot = k > 0 ? curvature - offDiagonal[k - 1] * (offDiagonal[k - 1] / pivot) : curvature
    let gamma = image.norm
    offDiagonal.append(gamma)
    residual *= gamma / abs(pivot)
    return image
  }

  /// The lowest point in the basis.
  private func lowestPoint(within radius: Double) throws(Halt) -> ModelStep {
    let order = diagonal.count
    var solver = SymmetricSolver(order: order)
    for i in 0..<order {
      solver.matrix[i, i] = diagonal[i]
      if i > 0 { solver.matrix[i, i - 1] = offDiagonal[i - 1] }
    }
    do throws(FactorizationError) { try solver.begin() } catch { throw SymmetricSolver.notFinite }
    var slope = Vector.zeros(order)
    slope[0] = size
    return SecularEquation(try solver.eigensystemOrHalt(), gradient: slope)
      .step(.within(radius: radius))
  }

  private func combined(_ point: ModelStep) -> ModelStep {
    var p = Vector.zeros(basis[0].count)
    for (part, axis) in zip(point.step, basis) { p.add(part, axis) }
    return ModelStep(step: p, decrease: point.decrease, isOnBoundary: point.isOnBoundary)
  }
}
