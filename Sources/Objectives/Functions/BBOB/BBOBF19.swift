import LinearAlgebra
import RealModule

/// Griewank's function of Rosenbrock's, F8F2: 10 + 10/(n−1) Σ pᵢ/4000 − cos pᵢ,
/// pᵢ = 100 (zᵢ² − zᵢ₊₁)² + (zᵢ − 1)², z = c Q x + ½, c = max(1, √n / 8).
///
/// Rosenbrock's valley covered with waves that grow shorter the higher its sides rise.
public struct BBOBF19: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 19, "Griewank-Rosenbrock F8F2",
    formula: "10 + 10/(n-1) sum_{i<n} p_i/4000 - cos(p_i) + f_opt, "
      + "p_i = 100 (z_i^2 - z_{i+1})^2 + (z_i - 1)^2, z = max(1, sqrt(n)/8) Q x + 1/2",
    tags: [.multimodal, .smooth])
  public static let stream = 19

  public let landscape: BBOBLandscape<Formula>

  public init(_ landscape: BBOBLandscape<Formula>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<Formula> {
    BBOBRosenbrock.turned(draw, formula: Formula())
  }

  /// Alternating, since the origin lies next to the minimum.
  public var start: Vector { landscape.draw.alternating(4) }

  public struct Formula: BBOBNeighborSum {
    @inlinable
    public func pair<S: Scalar>(_ z: S, _ next: S) -> S {
      BBOBRosenbrock().pair(z, next)
    }

    @inlinable
    public func profile<S: Scalar>(_ pair: S) -> S {
      pair / 4000 - .cos(pair)
    }

    @inlinable
    public func outer<S: Scalar>(_ sum: S, count: Int) -> S {
      10 + 10 * sum / S(Double(count))
    }
  }
}
