extension OptimizerCatalogue {
  /// First-order methods scaled by diagonals of the Hessian.
  static let secondOrder: [any OptimizerSettings.Type] = [
    Sophia.self,
    AdaHessian.self,
  ]
}
