extension OptimizerFamily {
  /// Methods that search along a line.
  static let lineSearch = OptimizerFamily(
    name: "line-search", title: "Along a line",
    optimizers: [
      SteepestDescent.self,
      BarzilaiBorwein.self,
      CoordinateDescent.self,
      ConjugateGradients.self,
    ])
}
