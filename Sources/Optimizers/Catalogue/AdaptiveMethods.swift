extension OptimizerCatalogue {
  /// Methods with adaptive rates other than Adam.
  static let adaptive: [any OptimizerSettings.Type] = [
    AdaGrad.self,
    RMSProp.self,
  ]
}
