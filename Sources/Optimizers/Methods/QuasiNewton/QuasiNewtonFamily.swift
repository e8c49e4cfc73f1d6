extension OptimizerFamily {
  /// Methods that learn curvature from gradients.
  static let quasiNewton = OptimizerFamily(
    name: "quasi-newton", title: "Quasi-Newton",
    optimizers: [
      BFGS.self,
      LBFGS.self,
      DFP.self,
      Broyden.self,
      SR1.self,
    ])
}
