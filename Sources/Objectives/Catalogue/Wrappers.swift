extension FunctionCatalogue {
  /// Functions made of others.
  static let wrappers: [any TestFunction.Type] = [
    Noisy.self,
    Shifted.self,
    Scaled.self,
    Rotated.self,
    Conditioned.self,
  ]
}
