extension OptimizerFamily {
  /// First-order methods scaled by diagonals of the Hessian.
  static let hessianDiagonals = OptimizerFamily(
    name: "hessian-diagonals", title: "Diagonals of the Hessian",
    optimizers: [
      Sophia.self,
      AdaHessian.self,
    ])
}
