import LinearAlgebra
import Specifications

/// The minimum along p of a quadratic by one Hessian product, and elsewhere Newton's step on the
/// line.
///
/// The run ends where the curvature along p is not positive; the end of the step is not evaluated.
public struct ExactSearch: LineSearch {
  public static let name = "exact"
  public static let title = "Minimum along the line of a quadratic"
  public static let formula = "ε = −gᵀ p / pᵀ H p"
  public static let reference =
    "Nocedal and Wright, Numerical Optimization, 2nd ed., (3.55)"
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    let (start, direction) = (line.start, line.direction)
    guard start.isFinite else { throw LineProbe.notFinite }
    let slope = start.gradient.dot(direction)
    guard slope != 0 else { throw .stalled("the gradient vanishes along the search direction") }
    var product = Vector.zeros(direction.count)
    try oracle.product(at: start.x, along: direction, into: &product)
    let curvature = direction.dot(product)
    guard curvature > 0 else {
      throw .failed(
        "exact line search: the curvature along the direction is not positive, so f has no "
          + "minimum there")
    }
    let length = -slope / curvature
    return LineStep(length: length, sample: start.moved(length, along: direction))
  }
}
