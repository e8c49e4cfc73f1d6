extension OptimizerFamily {
  /// Gradient descent and momentum.
  static let momentum = OptimizerFamily(
    name: "momentum", title: "Gradient descent and momentum",
    optimizers: [
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
    ])
}
