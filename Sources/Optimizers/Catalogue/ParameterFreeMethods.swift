extension OptimizerCatalogue {
  /// Methods that find their learning rate, or need no schedule for it.
  static let parameterFree: [any OptimizerSettings.Type] = [
    PolyakStep.self,
    DoG.self,
    DoWG.self,
    Prodigy.self,
    DAdaptSGD.self,
    DAdaptAdam.self,
    ScheduleFreeSGD.self,
    ScheduleFreeAdamW.self,
  ]
}
