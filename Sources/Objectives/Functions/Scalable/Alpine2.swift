import LinearAlgebra
import RealModule
import Specifications

/// The second alpine function −Π √xᵢ sin xᵢ, for xᵢ ≥ 0 only; elsewhere it is NaN.
///
/// A product: where one factor is small, the whole landscape is flat, and the sign of one
/// coordinate's factor turns hills into valleys for all others. The depth grows by the factor
/// 2.808 a variable, beyond the largest number for n > 687.
///
/// The minimum is over the domain, where each |√xᵢ sin xᵢ| is largest at 7.917: further out the
/// factors grow like √xᵢ, and f is unbounded below.
public struct Alpine2: FormulaFunction {
  public static let card = FunctionCard(
    name: "alpine2", title: "Alpine 2", formula: "-prod_i sqrt(x_i) sin(x_i)",
    dimensionRule: "1 to 687",
    tags: [.multimodal, .differentiable, .domainMinimum, .unbounded],
    kinkRule: "Where x_i = 0 the curvature, which is infinite, is taken as 0.",
    source: "M. Clerc, The swarm and the queen, Congress on Evolutionary Computation 1999; "
      + "Jamil and Yang 2013",
    knownErrors: [
      "Often printed without the minus sign, as if 2.808^n at 7.917 were a minimum; it is the "
        + "maximum of the product."
    ])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...687, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: 0...10, count: dimension) }
  public var start: Vector { .alternating(4.2, 8.6, count: dimension) }
  public var minimum: Double? { -.pow(2.808131180007005, dimension) }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] { [Vector(repeating: 7.917052684666207, count: dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var product: S = 1
    for i in 0..<x.count { product *= .cuspRoot(x[i]) * .sin(x[i]) }
    return -product
  }

  /// The product of the other factors is that of those before times that of those after, without a
  /// division by a factor that may be 0.
  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var product: S = 1
    for i in 0..<x.count {
      gradient[i] = product
      product *= .cuspRoot(x[i]) * .sin(x[i])
    }
    var after: S = 1
    for i in (0..<x.count).reversed() {
      let (root, sine) = (S.cuspRoot(x[i]), S.sin(x[i]))
      let steepening: S = root.real == 0 ? 0 : 0.5 * sine / root
      gradient[i] *= -after * (steepening + root * .cos(x[i]))
      after *= root * sine
    }
    return -product
  }
}
