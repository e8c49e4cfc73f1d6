/// Optimizers that belong together.
public struct OptimizerFamily: Sendable {
  public let name: String
  public let title: String
  public let optimizers: [any OptimizerSettings.Type]
}

extension OptimizerCatalogue {
  public static let families = [
    OptimizerFamily(
      name: "momentum", title: "Gradient descent and momentum", optimizers: momentum),
    OptimizerFamily(name: "adam", title: "Adam and its kin", optimizers: adam),
    OptimizerFamily(name: "adaptive", title: "Other adaptive rates", optimizers: adaptive),
    OptimizerFamily(name: "wrappers", title: "Methods around others", optimizers: wrappers),
    OptimizerFamily(
      name: "parameter-free", title: "Without a learning rate or a schedule",
      optimizers: parameterFree),
    OptimizerFamily(name: "matrix", title: "Matrix methods", optimizers: matrix),
    OptimizerFamily(
      name: "second-order", title: "Second order and quasi-Newton", optimizers: secondOrder),
  ]
}
