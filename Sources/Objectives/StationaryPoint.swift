import LinearAlgebra

/// What first and second derivatives say of a point.
public struct StationaryPoint: Sendable {
  /// What the point is to the function.
  public typealias Kind = PointKind

  /// n numbers.
  public let point: Vector
  /// f there.
  public let value: Double
  /// ‖∇f‖ there.
  public let gradientNorm: Double
  /// Of the Hessian, ascending; empty at a kink, where there is no Hessian, and where it is not
  /// finite.
  public let eigenvalues: [Double]
  /// What the point is to the function.
  public let kind: Kind

  /// Classifies the point x of `objective`.
  ///
  /// Of a function that is not known to have a gradient everywhere, differences of values along
  /// each axis are taken first: see `hasKink`. Else the signs of the eigenvalues decide. The
  /// gradient vanishes below 1e-7 of the largest eigenvalue (at least 1): a point given in doubles
  /// is off the true one by an ulp, and the gradient there by that times the curvature.
  ///
  /// A minimum of a test function whose value exceeds f* by more than 1e-8 (of f*, where that is
  /// above 1) is a local one.
  ///
  /// - Complexity: n Hessian products and O(n³).
  public init(of objective: some Objective, at x: Vector) {
    let function = objective as? any TestFunction
    let value = objective.value(at: x)
    point = x
    self.value = value
    gradientNorm = objective.gradient(at: x).norm
    if !(function?.hasGradientEverywhere ?? false), Self.hasKink(objective, at: x, value) {
      eigenvalues = []
      kind = .kink
      return
    }
    let hessian = objective.hessian(at: x)
    eigenvalues = (try? hessian.eigenvalues()) ?? []
    let kind = Self.kind(value: value, gradientNorm: gradientNorm, hessian, eigenvalues)
    let isAbove = function?.minimum.map { value > $0 + 1e-8 * max(1, abs($0)) } ?? false
    self.kind = kind == .minimum && isAbove ? .localMinimum : kind
  }

  private static func kind(
    value: Double, gradientNorm: Double, _ hessian: SymmetricMatrix, _ eigenvalues: [Double]
  ) -> Kind {
    guard value.isFinite, gradientNorm.isFinite, let low = eigenvalues.first,
      let high = eigenvalues.last, let scaled = try? hessian.equilibrated.eigenvalues()
    else { return .undefined }
    guard gradientNorm <= 1e-7 * max(1, abs(low), abs(high)) else { return .notStationary }
    return kind(ofScaled: scaled)
  }

  /// An eigenvalue counts as zero below 4 n ε of the largest, some times what rounding leaves of a
  /// zero.
  private static func kind(ofScaled eigenvalues: [Double]) -> Kind {
    guard let low = eigenvalues.first, let high = eigenvalues.last else { return .undefined }
    let zero = eigenvalues.count.roundingShare * max(abs(low), abs(high))
    if low < -zero, high > zero { return .saddle }
    if eigenvalues.contains(where: { abs($0) <= zero }) { return .degenerate }
    return low > 0 ? .minimum : .maximum
  }

  /// Whether the slopes of f forwards and backwards along some axis differ.
  ///
  /// Where f has a derivative, (f(x + h eᵢ) + f(x − h eᵢ) − 2 f(x)) / h shrinks with h, like h
  /// itself where there is a curvature. It counts as a kink where from h = 2⁻¹⁷ to 2⁻²¹ (of |xᵢ|,
  /// where that is above 1) it does not fall by half and is beyond rounding. A kink that no axis
  /// crosses, like that of √|xy| at 0, is not seen.
  private static func hasKink(_ objective: some Objective, at x: Vector, _ value: Double) -> Bool {
    guard value.isFinite else { return false }
    func bend(_ i: Int, _ h: Double) -> (size: Double, rounding: Double) {
      var (ahead, behind) = (x, x)
      ahead[i] += h
      behind[i] -= h
      let (high, low) = (objective.value(at: ahead), objective.value(at: behind))
      return (
        abs((high - value) + (low - value)) / h,
        8 * Double.ulpOfOne * max(abs(high), abs(low), abs(value)) / h
      )
    }
    return x.indices.contains { i in
      let scale = max(1, abs(x[i]))
      let near = bend(i, 0x1p-21 * scale)
      return near.size > near.rounding && near.size > bend(i, 0x1p-17 * scale).size / 2
    }
  }
}

extension TestFunction {
  fileprivate var hasGradientEverywhere: Bool {
    let tags = tags
    return tags.contains(.smooth) || tags.contains(.differentiable)
  }
}

extension Int {
  /// 4 n ε.
  fileprivate var roundingShare: Double { 4 * Double(self) * .ulpOfOne }
}

extension SymmetricMatrix {
  /// D A D with the diagonal D that makes the diagonal ±1, which changes no sign of an eigenvalue
  /// (J. J. Sylvester's law of inertia) but brings badly scaled variables to one scale.
  ///
  /// An entry of the diagonal that may be the rounding of a zero is scaled like the largest.
  fileprivate var equilibrated: SymmetricMatrix {
    let largest = rows.flatMap { $0 }.largestMagnitude
    guard largest > 0, largest.isFinite else { return self }
    let factors = (0..<order).map { i -> Double in
      let size = abs(self[i, i])
      return 1 / (size > order.roundingShare * largest ? size : largest).squareRoot()
    }
    var scaled = SymmetricMatrix(order: order)
    for i in 0..<order {
      for j in 0...i { scaled[i, j] = factors[i] * self[i, j] * factors[j] }
    }
    return scaled
  }
}
