/// Optimizers that belong together.
public struct OptimizerFamily: Sendable {
  public let name: String
  public let title: String
  public let optimizers: [any OptimizerSettings.Type]
}

extension OptimizerCatalogue {
  /// Those of `standard`, as they are known here, then what was added.
  public static var families: [OptimizerFamily] {
    let known = standardFamilies.map { family in
      OptimizerFamily(
        name: family.name, title: family.title,
        optimizers: family.optimizers.map { current[$0.name] ?? $0 })
    }
    let own = current.entries(beyond: standard)
    guard !own.isEmpty else { return known }
    return known + [OptimizerFamily(name: "own", title: "Of this program", optimizers: own)]
  }

  static let standardFamilies = [
    OptimizerFamily(
      name: "momentum", title: "Gradient descent and momentum", optimizers: momentum),
    OptimizerFamily(name: "adam", title: "Adam and its kin", optimizers: adam),
    OptimizerFamily(name: "adaptive", title: "Other adaptive rates", optimizers: adaptive),
    OptimizerFamily(name: "wrappers", title: "Methods around others", optimizers: wrappers),
    OptimizerFamily(
      name: "parameter-free", title: "Without a learning rate or a schedule",
      optimizers: parameterFree),
    OptimizerFamily(name: "matrix", title: "Matrix methods", optimizers: matrix),
    OptimizerFamily(name: "line-search", title: "Along a line", optimizers: lineSearch),
    OptimizerFamily(name: "quasi-newton", title: "Quasi-Newton", optimizers: quasiNewton),
    OptimizerFamily(name: "newton", title: "Newton and trust regions", optimizers: newton),
    OptimizerFamily(
      name: "second-order", title: "Diagonals of the Hessian", optimizers: secondOrder),
    OptimizerFamily(name: "least-squares", title: "Least squares", optimizers: leastSquares),
  ]
}
