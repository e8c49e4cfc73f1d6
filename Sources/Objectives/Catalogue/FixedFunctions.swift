extension FunctionCatalogue {
  /// Classics of three, four or six variables.
  static let fixed: [any TestFunction.Type] = [
    Wood.self,
    Hartmann3.self,
    Hartmann6.self,
    Shekel5.self,
    Shekel7.self,
    Shekel10.self,
  ]
}
