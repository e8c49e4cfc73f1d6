extension OptimizerFamily {
  /// Stochastic methods for means over examples, which ask for the gradients of examples by their
  /// numbers and so take the noise of minibatches away.
  static let varianceReduction = OptimizerFamily(
    name: "variance-reduction", title: "Variance reduction",
    optimizers: [
      SVRG.self,
      SARAH.self,
      Katyusha.self,
      SAG.self,
      SAGA.self,
      Kaczmarz.self,
    ])
}
