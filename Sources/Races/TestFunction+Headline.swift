import Foundation
import Objectives
import Specifications

extension TestFunction {
  /// What pictures call the function: its title and what differs from its defaults, as in
  /// "Elongated bowl, κ = 20"; an expression as mathematics is written, "x² + y²".
  public var headline: String { parts.joined(separator: ", ") }

  private var parts: [String] {
    if let expression = self as? ExpressionFunction { return expression.headlineParts }
    let title = type(of: self).card.title
    guard let wrapper = self as? any FunctionWrapper else { return [title] + changes() }
    return [wrapper.base.headline, title.lowercased()] + changes(besides: "of")
  }

  /// The parameters that differ from their defaults, by symbol where they have one.
  fileprivate func changes(besides key: String? = nil) -> [String] {
    parameterTable.filter { $0.value != $0.default && $0.name != key }.map {
      "\($0.symbol.isEmpty ? $0.name : $0.symbol) = \($0.value)"
    }
  }
}

extension ExpressionFunction {
  /// Its window and start are to be seen, and are not told.
  fileprivate var headlineParts: [String] {
    [Self.typeset(formula)] + changes().filter { $0.hasPrefix("n = ") }
  }

  /// Powers of whole numbers are raised; products have a dot, and minus is as long as plus.
  static func typeset(_ text: String) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let raised = text.replacing(/\^([0-9]+)(?![0-9.(\[])/) { match in
      String(match.1.compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }
    return raised.replacing("-", with: "−").replacing("*", with: "·")
      .replacing("<=", with: "≤").replacing(">=", with: "≥")
  }
}
