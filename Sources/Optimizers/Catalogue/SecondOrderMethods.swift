extension OptimizerCatalogue {
  /// Methods that use curvature.
  static let secondOrder: [any OptimizerSettings.Type] = [
    ConjugateGradients.self,
    BFGS.self,
    LBFGS.self,
    Sophia.self,
    AdaHessian.self,
  ]
}
