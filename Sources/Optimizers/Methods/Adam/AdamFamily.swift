extension OptimizerFamily {
  /// Adam and its kin.
  static let adam = OptimizerFamily(
    name: "adam", title: "Adam and its kin",
    optimizers: [
      Adam.self,
      NAdam.self,
      AdaMax.self,
      RAdam.self,
      AdaBelief.self,
      AdaBound.self,
      AdaMod.self,
      DiffGrad.self,
      LaProp.self,
      Yogi.self,
      ADOPT.self,
      AdEMAMix.self,
      Lion.self,
      Adan.self,
      LAMB.self,
      QHAdam.self,
      OptimisticAdam.self,
      NovoGrad.self,
    ])
}
