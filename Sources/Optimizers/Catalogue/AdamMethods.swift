extension OptimizerCatalogue {
  /// Adam and its kin.
  static let adam: [any OptimizerSettings.Type] = [
    Adam.self,
    NAdam.self,
    AdaMax.self,
  ]
}
