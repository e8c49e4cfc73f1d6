extension FunctionCatalogue {
  /// Landscapes for teaching.
  static let landscapes: [any TestFunction.Type] = [
    Saddle.self,
    MonkeySaddle.self,
    SaddleEscape.self,
    Plateau.self,
    BentRavine.self,
    HoleAndBasin.self,
    Kinks.self,
  ]
}
