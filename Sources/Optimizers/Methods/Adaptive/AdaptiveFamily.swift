extension OptimizerFamily {
  /// Methods with adaptive rates other than Adam.
  static let adaptive = OptimizerFamily(
    name: "adaptive", title: "Other adaptive rates",
    optimizers: [
      AdaGrad.self,
      RMSProp.self,
      AdaDelta.self,
      Adafactor.self,
      FTRL.self,
      MADGRAD.self,
      SM3.self,
    ])
}
