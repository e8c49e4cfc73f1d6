import LinearAlgebra
import RealModule

/// Global minimizers p of gᵀp + pᵀHp/2 for ‖p‖ ≤ Δ, or of gᵀp + pᵀHp/2 + σ‖p‖³/3, from the
/// eigensystem of H.
///
/// Both obey (H + λI) p = −g with λ ≥ 0 and H + λI positive semidefinite, and ‖p‖ is Δ or λ/σ: one
/// equation in λ, solved by Newton's method for 1/‖p‖, kept in a bracket. The unknown is
/// μ = λ + λ₁ ≥ 0, so that nothing cancels near the pole. In the hard case g has no component along
/// the eigenvectors of λ₁ < 0 and p at λ = −λ₁ is too short: a multiple of v₁ makes up for it, of
/// either sign as well.
///
/// References: J. J. Moré and D. C. Sorensen, SIAM J. Sci. Stat. Comput. 4 (1983) 553–572; C.
/// Cartis, N. I. M. Gould and Ph. L. Toint, Math. Program. 127 (2011) 245–295, section 6.
struct SecularEquation: Sendable {
  /// What ‖p‖ has to be.
  enum Length: Sendable {
    /// At most Δ.
    case within(radius: Double)
    /// λ/σ.
    case cubic(weight: Double)
  }

  private let eigensystem: Eigensystem
  /// vᵢᵀg.
  private let slopes: Vector
  private let slopeNorm: Double
  private let lowest: Double
  /// How many eigenvalues are λ₁ up to rounding, and the norm of g along their eigenvectors.
  private let multiplicity: Int
  private let lowestSlope: Double

  /// Requires n ≥ 1.
  init(_ eigensystem: Eigensystem, gradient: Vector) {
    let values = eigensystem.values
    self.eigensystem = eigensystem
    slopes = eigensystem.components(of: gradient)
    slopeNorm = slopes.norm
    lowest = values[0]
    let width = 4 * Double.ulpOfOne * values.largestMagnitude
    multiplicity = values.firstIndex { $0 - values[0] > width } ?? values.count
    lowestSlope = Vector(slopes.prefix(multiplicity)).norm
  }

  /// H.
  var matrix: SymmetricMatrix { eigensystem.matrix(weights: eigensystem.values) }

  func step(_ length: Length) -> ModelStep {
    if let hard = hardStep(length) { return hard }
    // λ = 0: the minimum without a bound.
    if case .within(let radius) = length, lowest > 0 {
      let newton = components(at: lowest)
      if newton.norm <= radius { return step(newton, at: lowest, length, isOnBoundary: false) }
    }
    let root = root(length)
    return step(components(at: root), at: root, length, isOnBoundary: true)
  }

  /// The step at λ = −λ₁ where no larger λ is one's: in the hard case, and where g = 0.
  private func hardStep(_ length: Length) -> ModelStep? {
    let negligible = 8 * Double.ulpOfOne * slopeNorm
    if slopeNorm == 0, lowest >= 0 {
      return step(.zeros(slopes.count), at: lowest, length, isOnBoundary: false)
    }
    guard lowest <= 0, lowestSlope <= negligible else { return nil }
    var result = slopes.indices.map { $0 < multiplicity ? 0 : -slopes[$0] / gap($0) }
    let wanted = target(0, length)
    let norm = result.norm
    if lowest == 0 {
      guard case .within = length, norm <= wanted else { return nil }
      return step(result, at: 0, length, isOnBoundary: false)
    }
    guard norm <= wanted else { return nil }
    let missing = ((wanted - norm) * (wanted + norm)).squareRoot()
    result[0] = slopes[0] > 0 ? -missing : missing
    return step(result, at: 0, length, isOnBoundary: true)
  }

  private func gap(_ i: Int) -> Double { eigensystem.values[i] - lowest }

  /// ‖p‖ as it has to be at μ.
  private func target(_ mu: Double, _ length: Length) -> Double {
    switch length {
    case .within(let radius): radius
    case .cubic(let weight): (mu - lowest) / weight
    }
  }

  /// p at μ in the eigenbasis.
  private func components(at mu: Double) -> Vector {
    slopes.indices.map { slopes[$0] == 0 ? 0 : -slopes[$0] / (gap($0) + mu) }
  }

  /// The μ with ‖p‖ = target.
  private func root(_ length: Length) -> Double {
    var (low, high) = bracket(length)
    var mu = low
    for _ in 0..<200 {
      let p = components(at: mu)
      let (norm, wanted) = (p.norm, target(mu, length))
      if abs(norm - wanted) <= 2 * .ulpOfOne * wanted { break }
      if norm > wanted { low = mu } else { high = mu }
      let next = mu + correction(p, norm: norm, wanted: wanted, at: mu, length)
      let middle = low > 0 ? low.squareRoot() * high.squareRoot() : high / 2
      let proposal = next > low && next < high ? next : middle
      if proposal == mu || !(proposal >= low && proposal <= high) || low == high { break }
      mu = proposal
    }
    return mu
  }

  /// Newton's correction of μ for 1/‖p‖ = 1/target.
  private func correction(
    _ p: Vector, norm: Double, wanted: Double, at mu: Double, _ length: Length
  ) -> Double {
    var slope = 0.0
    for i in p.indices where p[i] != 0 {
      let share = p[i] / norm
      slope += share * share / (gap(i) + mu)
    }
    slope /= norm
    if case .cubic(let weight) = length {
      slope += weight / ((mu - lowest) * (mu - lowest))
    }
    return (1 / wanted - 1 / norm) / slope
  }

  /// Bounds of μ, from ‖g₁‖/μ ≤ ‖p‖ ≤ ‖g‖/μ.
  private func bracket(_ length: Length) -> (low: Double, high: Double) {
    let least = max(0, lowest)
    switch length {
    case .within(let radius):
      return (max(least, lowestSlope / radius), max(least, slopeNorm / radius))
    case .cubic(let weight):
      let product = weight * lowestSlope
      let root = (lowest * lowest + 4 * product).squareRoot()
      let low = lowest > 0 ? (lowest + root) / 2 : 2 * product / (root - lowest)
      return (max(least, low.isFinite ? low : 0), least + (weight * slopeNorm).squareRoot())
    }
  }

  /// The step, with the decrease as a sum of positive terms: −gᵀp = pᵀ(H + λI)p.
  private func step(
    _ p: Vector, at mu: Double, _ length: Length, isOnBoundary: Bool
  ) -> ModelStep {
    let multiplier = mu - lowest
    var form = 0.0
    for i in p.indices { form += (gap(i) + mu) * p[i] * p[i] }
    let share = if case .cubic = length { 1.0 / 6 } else { 0.5 }
    return ModelStep(
      step: eigensystem.combination(p), decrease: form / 2 + share * multiplier * p.dot(p),
      isOnBoundary: isOnBoundary)
  }
}
