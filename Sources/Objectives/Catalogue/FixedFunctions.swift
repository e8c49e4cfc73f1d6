extension FunctionCatalogue {
  /// Classics of three, four or six variables.
  static let fixed: [any TestFunction.Type] = []
}
