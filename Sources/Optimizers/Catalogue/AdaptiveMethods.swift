extension OptimizerCatalogue {
  /// Methods with adaptive rates other than Adam.
  static let adaptive: [any OptimizerSettings.Type] = [
    AdaGrad.self,
    RMSProp.self,
    AdaDelta.self,
    Adafactor.self,
    FTRL.self,
    MADGRAD.self,
    SM3.self,
  ]
}
