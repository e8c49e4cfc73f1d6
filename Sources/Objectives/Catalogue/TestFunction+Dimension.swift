import Specifications

extension TestFunction {
  /// The most variables of a point that somebody writes by hand.
  private static var mostWritten: Int { 100 }

  /// How the same function is written for n variables, for hints; nil where it cannot have so many.
  public func specification(ofDimension n: Int) -> Specification? {
    let isFixed = (self as? ExpressionFunction)?.usesDimension == false
    guard n <= Self.mostWritten, !isFixed, parameterTable.contains(where: { $0.name == "n" })
    else { return nil }
    let setting = Specification.Entry(key: "n", value: String(n))
    let changed = specification.adding(Specification(name: Self.name, settings: [setting]))
    let function = try? FunctionCatalogue.function(changed.description)
    return function?.dimension == n ? changed : nil
  }
}

extension ExpressionFunction {
  /// Whether the expression has n in it.
  var usesDimension: Bool { (try? ExpressionParser.parse(formula))?.usesDimension == true }
}
