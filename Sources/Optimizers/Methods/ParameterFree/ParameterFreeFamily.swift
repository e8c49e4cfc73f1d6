extension OptimizerFamily {
  /// Methods that find their learning rate, or need no schedule for it.
  static let parameterFree = OptimizerFamily(
    name: "parameter-free", title: "Without a learning rate or a schedule",
    optimizers: [
      PolyakStep.self,
      DoG.self,
      DoWG.self,
      Prodigy.self,
      DAdaptSGD.self,
      DAdaptAdam.self,
      ScheduleFreeSGD.self,
      ScheduleFreeAdamW.self,
    ])
}
