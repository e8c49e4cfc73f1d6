import LinearAlgebra
import RealModule
import Specifications

/// A rugged product of two sums of five cosines, with 18 global minimizers in the domain, in nine
/// close pairs, among hundreds of local ones. Periodic: the minimizers repeat every 2π. The minimum
/// is the least value of one sum times the greatest of the other.
public struct Shubert: PlaneFunction {
  public static let card = FunctionCard(
    name: "shubert", title: "Shubert",
    formula: "product over t = x, y of sum_{j=1..5} j cos((j + 1) t + j)",
    tags: [.multimodal, .smooth],
    source: "after B. O. Shubert, A sequential method seeking the global maximum of a function, "
      + "SIAM J. Numer. Anal. 9 (1972) 379-388; S. Surjanovic and D. Bingham, Virtual Library of "
      + "Simulation Experiments",
    knownErrors: [
      "Jamil and Yang leave out the factor j."
    ])
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-10...10, -10...10] }
  public var start: Vector { [-0.5, -2] }
  public var minimum: Double? { -186.73090883102384 }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] {
    let first = [-7.0835064076515595, -0.8003211004719731, 5.482864206707613]
    let second = [-7.708313735499347, -1.425128428319761, 4.858056878859825]
    return first.flatMap { a -> [Vector] in
      second.flatMap { b -> [Vector] in [[a, b], [b, a]] }
    }
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    waves(x) * waves(y)
  }

  /// The sum of cosines in one variable.
  @inlinable
  func waves<S: Scalar>(_ t: S) -> S {
    var sum: S = 0
    var j = 1.0
    while j <= 5 {
      sum += S(j) * S.cos(S(j + 1) * t + S(j))
      j += 1
    }
    return sum
  }
}
