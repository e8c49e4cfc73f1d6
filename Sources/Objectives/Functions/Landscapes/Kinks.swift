import LinearAlgebra
import Specifications

/// A ravine with sharp edges: |x + y| + 5 |x − y|.
///
/// The gradient has the same size right up to the minimum, so that a constant rate never settles:
/// the iterates jump to and fro across the edge x = y. On an edge the slope of the term that is
/// zero there is taken as 0.
public struct Kinks: PlaneFunction {
  public static let card = FunctionCard(
    name: "kinks", title: "Kinked ravine", formula: "|x + y| + 5 |x - y|",
    tags: [.convex, .unimodal, .nonSmooth, .valley],
    kinkRule: "On an edge the derivatives of the term that vanishes are taken as 0.",
    source: "elementary")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-2...2, -2...2] }
  public var start: Vector { [-1.7, -1.1] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0, 0]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    S.abs(x + y) + 5 * S.abs(x - y)
  }
}
