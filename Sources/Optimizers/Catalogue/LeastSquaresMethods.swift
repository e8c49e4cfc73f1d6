extension OptimizerCatalogue {
  /// Methods for sums of squares, which ask for residuals and their Jacobian.
  static let leastSquares: [any OptimizerSettings.Type] = [
    GaussNewton.self,
    LevenbergMarquardt.self,
    NaturalGradient.self,
    GaussNewtonDiagonal.self,
  ]
}
