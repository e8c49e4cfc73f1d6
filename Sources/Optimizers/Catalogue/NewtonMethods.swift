extension OptimizerCatalogue {
  /// Newton's method and trust regions.
  static let newton: [any OptimizerSettings.Type] = [
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
  ]
}
