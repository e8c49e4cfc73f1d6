import Specifications

/// The range of a slider for a parameter of a function, for which no search has one.
enum FunctionSlider {
  /// Turns and conditions are seen at once; counts, and what is text, are written.
  static func range(of parameter: ParameterDescription) -> SearchRange? {
    switch (parameter.range, parameter.symbol) {
    case ("[1, inf)", _): .logarithmic(1...10_000)
    case ("[0, inf)", _): .logarithmic(0.001...10)
    case ("(0, 1e+100]", _), ("(0, inf)", _): .logarithmic(0.1...10)
    // In degrees.
    case ("(-inf, inf)", "φ"): .linear(-90...90)
    default: nil
    }
  }
}
