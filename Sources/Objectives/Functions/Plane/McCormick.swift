import LinearAlgebra
import RealModule
import Specifications

/// A tilted wave running along the floor of a trough: with s = x + y and d = x − y,
/// f = sin s + s/2 + (d − 1)².
///
/// Each period of s lowers the floor by π, so f is unbounded below: the minimum is that over the
/// domain, where one local minimum and a saddle lie beside it. Too much momentum, and a run leaves
/// the domain for the next valley, and the next.
public struct McCormick: PlaneFunction {
  public static let card = FunctionCard(
    name: "mccormick", title: "McCormick",
    formula: "sin(x + y) + (x - y)^2 - 1.5 x + 2.5 y + 1",
    tags: [.multimodal, .smooth, .domainMinimum, .unbounded],
    source: "M. Jamil and X.-S. Yang, A literature survey of benchmark functions, 2013")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-1.5...4, -3...4] }
  public var start: Vector { [3.5, -1.6] }
  public var minimum: Double? { -1.9132229549810364 }
  public var minimizers: [Vector] { [[-0.5471975511965977, -1.5471975511965979]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([2.5943951023931953, 1.5943951023931953], .localMinimum),
      CriticalPoint([1.5471975511965979, 0.5471975511965977], .saddle),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let along = x + y
    let across = x - y - 1
    return S.sin(along) + 0.5 * along + across * across
  }
}
