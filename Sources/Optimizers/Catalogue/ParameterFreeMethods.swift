extension OptimizerCatalogue {
  /// Methods that find their learning rate, or need no schedule for it.
  static let parameterFree: [any OptimizerSettings.Type] = [
    Prodigy.self,
    DAdaptSGD.self,
    DAdaptAdam.self,
    ScheduleFreeSGD.self,
    ScheduleFreeAdamW.self,
  ]
}
