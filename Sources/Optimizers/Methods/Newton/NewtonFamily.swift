extension OptimizerFamily {
  /// Newton's method and trust regions.
  static let newton = OptimizerFamily(
    name: "newton", title: "Newton and trust regions",
    optimizers: [
      Newton.self,
      NewtonCG.self,
      Dogleg.self,
      DoubleDogleg.self,
      Steihaug.self,
      TrustExact.self,
      TrustKrylov.self,
      ARC.self,
      SR1TrustRegion.self,
      LBFGSTrustRegion.self,
    ])
}
