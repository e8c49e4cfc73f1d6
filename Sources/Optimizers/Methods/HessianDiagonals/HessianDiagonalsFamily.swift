extension OptimizerFamily {
  /// First-order methods scaled by diagonals of the Hessian.
  static let secondOrder = OptimizerFamily(
    name: "second-order", title: "Diagonals of the Hessian",
    optimizers: [
      Sophia.self,
      AdaHessian.self,
    ])
}
