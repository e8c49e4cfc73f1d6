extension OptimizerCatalogue {
  /// Methods around others.
  static let wrappers: [any OptimizerSettings.Type] = [
    Lookahead.self,
    SAM.self,
    Clip.self,
  ]
}
