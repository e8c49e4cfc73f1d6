extension FunctionCatalogue {
  /// Classics of any number of variables.
  static let scalable: [any TestFunction.Type] = [
    Rosenbrock.self,
    RosenbrockExtended.self,
    Quadratic.self,
    StyblinskiTang.self,
    Rastrigin.self,
  ]
}
