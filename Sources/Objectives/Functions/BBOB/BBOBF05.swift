/// The linear slope: Σ max(0, 5 |sᵢ| − sᵢ xᵢ), sᵢ = ±10^((i−1)/(n−1)), with the minimum in the
/// corner x_opt = ±5 of the domain.
///
/// Linear within the domain: does a method keep its step long, and go on to the bound? Beyond the
/// faces that meet in x_opt f is flat. On these faces, where there are kinks, the derivatives are
/// those of the slope.
public struct BBOBF05: BBOBFunction {
  public static let card = FunctionCard(
    bbob: 5, "linear slope",
    formula: "sum_i max(0, 5 |s_i| - s_i x_i) + f_opt, s_i = +-10^((i-1)/(n-1))",
    tags: [.convex, .unimodal, .separable, .nonSmooth, .boundaryMinimum],
    kinkRule: "On the faces of the domain that meet in x_opt the derivatives are those "
      + "of the slope.")
  public static let stream = 5

  public let landscape: BBOBLandscape<Formula>

  public init(_ landscape: BBOBLandscape<Formula>) {
    self.landscape = landscape
  }

  public static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<Formula> {
    let signs = BBOBDraw.signs(draw.optimum, threshold: 0)
    let slopes = zip(signs, draw.powers(of: 10)).map { $0 * $1 }
    return BBOBLandscape(
      draw, optimum: signs.map { 5 * $0 }, layers: [], formula: Formula(slopes: slopes))
  }

  /// Σ max(0, 5 |sᵢ| − sᵢ zᵢ).
  public struct Formula: BBOBSum {
    @usableFromInline let slopes: [Double]

    @inlinable
    public func term<S: Scalar>(_ z: S, _ i: Int) -> S {
      let height = S(5 * slopes[i].magnitude) - S(slopes[i]) * z
      return height.real < 0 ? 0 : height
    }
  }
}
