import LinearAlgebra
import RealModule
import Specifications

/// Salomon's function 1 − cos 2πr + 0.1 r with r = ‖x‖: rings around a cone.
///
/// It depends on the distance alone, so that no turn of the coordinates helps or harms. Each ring
/// is a valley of minima, a little lower than the next one out, and a descent stays in its own. At
/// 0 there is no gradient; it is taken as 0.
public struct Salomon: FormulaFunction {
  public static let card = FunctionCard(
    name: "salomon", title: "Salomon", formula: "1 - cos(2 pi r) + 0.1 r, r = |x|",
    dimensionRule: "1 or more", tags: [.multimodal, .nonSmooth],
    kinkRule: "At 0 all derivatives are taken as 0.",
    source: "R. Salomon, Reevaluating genetic algorithm performance under coordinate rotation "
      + "of benchmark functions, BioSystems 39 (1996) 263-278")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -100...100, count: dimension) }
  public var start: Vector { .alternating(41.3, -28.6, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    height(radius(x))
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let r = radius(x)
    let rise = S(2 * Double.pi) * .sin(S(2 * Double.pi) * r) + 0.1
    let slope: S = r.real == 0 ? 0 : rise / r
    for i in 0..<x.count { gradient[i] = slope * x[i] }
    return height(r)
  }

  @inlinable
  func radius<S: Scalar>(_ x: Span<S>) -> S {
    var squares: S = 0
    for i in 0..<x.count { squares += x[i] * x[i] }
    return .cuspRoot(squares)
  }

  @inlinable
  func height<S: Scalar>(_ r: S) -> S {
    1 - .cos(S(2 * Double.pi) * r) + 0.1 * r
  }
}
