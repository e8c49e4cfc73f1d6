/// What the variables of a function are called, wherever their names are written: as the function
/// itself names them, or by their numbers.
public struct VariableNames: Hashable, Sendable {
  /// By their numbers alone.
  public static let numbered = VariableNames([])

  /// The names that the function gives, one a variable in order; empty where they are numbered.
  public let own: [String]

  /// - Parameter own: one name a variable in order, or none at all.
  public init(_ own: [String]) {
    self.own = own
  }

  /// The name of variable i, from 0, in plain characters: "x1".
  public func plain(_ i: Int) -> String { own.isEmpty ? "x\(i + 1)" : own[i] }

  /// The same as a picture writes it: "x₁".
  public func title(_ i: Int) -> String {
    guard own.isEmpty else { return own[i] }
    let digits = Array("₀₁₂₃₄₅₆₇₈₉")
    return "x" + String(String(i + 1).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  /// What a point as a whole is called: "x", or own names as in "w, b", the first four of more.
  public var point: String {
    own.isEmpty ? "x" : own.prefix(4).joined(separator: ", ") + (own.count > 4 ? ", ..." : "")
  }

  /// The coordinates of a point one after another: "3, 2", or with own names "w=3, b=2".
  public func listed(_ x: [Double]) -> String {
    let numbers = x.map(NumberText.short)
    return (own.isEmpty ? numbers : zip(own, numbers).map { "\($0)=\($1)" })
      .joined(separator: ", ")
  }
}
