import LinearAlgebra
import RealModule

/// Points spread evenly over a box, the same ones every time.
///
/// In up to 8 variables an additive recurrence with the powers of the generalized golden ratio;
/// reference: M. Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018. In more
/// variables, where such sequences gain nothing, random points.
public struct DomainSamples: Sequence, IteratorProtocol {
  private let domain: [ClosedRange<Double>]
  private var random = RandomStream(seed: 0x5EED)
  private var fractions: [Double]
  private let steps: [Double]

  /// - Parameter domain: the box, one range a coordinate.
  public init(_ domain: [ClosedRange<Double>]) {
    self.domain = domain
    fractions = Array(repeating: 0.5, count: domain.count)
    steps = domain.count <= 8 ? Self.steps(domain.count) : []
  }

  /// 1/φ, 1/φ², … for φ with φⁿ⁺¹ = φ + 1.
  private static func steps(_ n: Int) -> [Double] {
    var ratio = 2.0
    for _ in 0..<60 { ratio = .pow(1 + ratio, 1 / Double(n + 1)) }
    return (1...n).map { .pow(ratio, -$0) }
  }

  /// Another point of n numbers; there is always one.
  public mutating func next() -> Vector? {
    for i in fractions.indices {
      if steps.isEmpty {
        fractions[i] = random.uniform()
      } else {
        fractions[i] += steps[i]
        fractions[i] -= fractions[i].rounded(.down)
      }
    }
    return zip(domain, fractions).map { range, part in
      (1 - part) * range.lowerBound + part * range.upperBound
    }
  }
}
