extension OptimizerFamily {
  /// Methods that see the variables as a matrix.
  static let matrix = OptimizerFamily(
    name: "matrix", title: "Matrix methods",
    optimizers: [
      Muon.self,
      Shampoo.self,
      SOAP.self,
    ])
}
