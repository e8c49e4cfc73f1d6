extension OptimizerFamily {
  /// Methods for sums of squares, which ask for residuals and their Jacobian.
  static let leastSquares = OptimizerFamily(
    name: "least-squares", title: "Least squares",
    optimizers: [
      GaussNewton.self,
      LevenbergMarquardt.self,
      TRF.self,
      Dogbox.self,
      NaturalGradient.self,
      GaussNewtonDiagonal.self,
    ])
}
