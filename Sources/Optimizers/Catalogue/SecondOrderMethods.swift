extension OptimizerCatalogue {
  /// Methods that use curvature.
  static let secondOrder: [any OptimizerSettings.Type] = [
    Newton.self,
    ConjugateGradients.self,
    BFGS.self,
    LBFGS.self,
    Sophia.self,
    AdaHessian.self,
  ]
}
