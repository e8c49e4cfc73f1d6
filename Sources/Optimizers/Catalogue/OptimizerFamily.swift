/// Optimizers that belong together.
public struct OptimizerFamily: Sendable {
  /// Lower case with hyphens.
  public let name: String
  /// As headings print it.
  public let title: String
  /// Its methods, in the order of lists.
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

  static let standardFamilies: [OptimizerFamily] = [
    .momentum, .adam, .adaptive, .wrappers, .parameterFree, .matrix, .lineSearch, .quasiNewton,
    .newton, .hessianDiagonals, .leastSquares, .varianceReduction,
  ]
}
