extension FunctionCatalogue {
  /// Classics of two variables.
  static let plane: [any TestFunction.Type] = [
    Beale.self,
    Himmelblau.self,
    Booth.self,
    ThreeHumpCamel.self,
  ]
}
