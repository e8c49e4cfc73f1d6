extension OptimizerFamily {
  /// Methods around others.
  static let wrappers = OptimizerFamily(
    name: "wrappers", title: "Methods around others",
    optimizers: [
      Lookahead.self,
      SAM.self,
      Clip.self,
    ])
}
