import Objectives
import Specifications

extension TestFunction {
  /// What pictures call the function: its title and what differs from its defaults, as in
  /// "Elongated bowl, κ = 20"; an expression as mathematics is written, "x² + y²".
  public var headline: String { parts.joined(separator: ", ") }

  private var parts: [String] {
    if let expression = self as? ExpressionFunction { return expression.headlineParts }
    if let mean = self as? MeanOverExamples { return mean.headlineParts }
    let title = type(of: self).card.title
    guard let wrapper = self as? any FunctionWrapper else {
      return [title] + changes(only: Self.keys)
    }
    let own = Self.keys.filter { $0 != "of" }
    return [wrapper.base.headline, title.lowercased()] + changes(only: own)
  }

  /// The parameters that differ from their defaults, by symbol where they have one.
  fileprivate func changes(only keys: [String]) -> [String] {
    parameterTable.filter { $0.value != $0.default && keys.contains($0.name) }.map {
      "\($0.symbol.isEmpty ? $0.name : $0.symbol) = \($0.value)"
    }
  }
}

extension MeanOverExamples {
  fileprivate var headlineParts: [String] {
    let loss = ExpressionFunction.typeset(formula)
    return ["\(loss), mean over \(source.specification)"] + changes(only: ["batch"])
  }
}

extension ExpressionFunction {
  /// Its window and start are to be seen, and are not told.
  fileprivate var headlineParts: [String] {
    [Self.typeset(formula)] + changes(only: ["n"])
  }

  /// Powers of whole numbers are raised; products have a dot, and minus is as long as plus.
  static func typeset(_ text: String) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    // A tower of powers, or a number with an exponent, stays as it is.
    let raised = text.replacing(/(\^[0-9.]+)?\^([0-9]+)(?![0-9.(\[^eE])/) { match in
      guard match.1 == nil else { return String(match.0) }
      return String(match.2.compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }
    return raised.replacing("-", with: "−").replacing("*", with: "·")
      .replacing("<=", with: "≤").replacing(">=", with: "≥")
  }
}
