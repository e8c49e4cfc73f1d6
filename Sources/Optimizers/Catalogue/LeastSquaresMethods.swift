extension OptimizerCatalogue {
  /// Methods for sums of squares, which ask for residuals and their Jacobian.
  static let leastSquares: [any OptimizerSettings.Type] = [
    GaussNewton.self,
    LevenbergMarquardt.self,
    TRF.self,
    Dogbox.self,
    NaturalGradient.self,
    GaussNewtonDiagonal.self,
  ]
}
