extension OptimizerCatalogue {
  /// Methods that see the variables as a matrix.
  static let matrix: [any OptimizerSettings.Type] = [
    Muon.self,
    Shampoo.self,
    SOAP.self,
  ]
}
