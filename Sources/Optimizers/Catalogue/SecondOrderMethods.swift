extension OptimizerCatalogue {
  /// Methods that use curvature.
  static let secondOrder: [any OptimizerSettings.Type] = [
    Newton.self,
    Sophia.self,
    AdaHessian.self,
  ]
}
