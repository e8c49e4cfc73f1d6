extension OptimizerCatalogue {
  /// Gradient descent and momentum.
  static let momentum: [any OptimizerSettings.Type] = [
    SGD.self,
    Momentum.self,
    Nesterov.self,
  ]
}
