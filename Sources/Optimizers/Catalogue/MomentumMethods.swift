extension OptimizerCatalogue {
  /// Gradient descent and momentum.
  static let momentum: [any OptimizerSettings.Type] = [
    SGD.self,
    Momentum.self,
    Nesterov.self,
    NesterovConvex.self,
    QHM.self,
    AggMo.self,
    AccSGD.self,
    OptimisticGD.self,
    ASGD.self,
    SignSGD.self,
    Rprop.self,
    LARS.self,
    Fromage.self,
  ]
}
