extension OptimizerCatalogue {
  /// Methods that search along a line.
  static let lineSearch: [any OptimizerSettings.Type] = [
    SteepestDescent.self,
    BarzilaiBorwein.self,
    CoordinateDescent.self,
    ConjugateGradients.self,
  ]

  /// Methods that learn curvature from gradients.
  static let quasiNewton: [any OptimizerSettings.Type] = [
    BFGS.self,
    LBFGS.self,
    DFP.self,
    Broyden.self,
    SR1.self,
  ]
}
