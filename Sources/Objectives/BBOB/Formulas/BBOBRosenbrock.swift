/// Σ 100 (zᵢ² − zᵢ₊₁)² + (zᵢ − 1)².
public struct BBOBRosenbrock: BBOBNeighborSum {
  @inlinable
  init() {}

  @inlinable
  public func pair<S: Scalar>(_ z: S, _ next: S) -> S {
    let bend = z * z - next
    let slope = z - 1
    return 100 * bend * bend + slope * slope
  }
}

extension BBOBRosenbrock {
  /// max(1, √n / 8), which keeps the curved part of the valley within the domain.
  static func stretch(_ n: Int) -> Double {
    max(1, Double(n).squareRoot() / 8)
  }
}

extension BBOBRosenbrock {
  /// f9 and f19, which differ in the formula: z = c Q x + ½, and z = 1 at the minimum.
  static func turned<Formula>(_ draw: BBOBDraw, formula: Formula) -> BBOBLandscape<Formula> {
    let stretch = stretch(draw.dimension)
    let rotation = draw.rotationQ
    return BBOBLandscape(
      draw, optimum: rotation.transposed * draw.constant(0.5 / stretch),
      layers: [
        .matrix(rotation.scalingRows(by: draw.constant(stretch))), .shift(draw.constant(-0.5)),
      ],
      formula: formula)
  }
}
