import RealModule
import Specifications

// Indices and bounds are computed as doubles, which are exact up to 2⁵³ and never trap.
extension ExpressionCompiler {
  mutating func variable(
    _ i: Int, _ name: String, _ column: Int
  ) throws(SpecificationError) -> ExpressionOperand {
    guard i >= 0 else {
      throw SpecificationError("`\(name)` at column \(column) is no variable; the first is x1")
    }
    guard i < dimension ?? largestDimension else {
      let limit = dimension.map { "n is \($0)" } ?? "n is at most \(largestDimension)"
      throw SpecificationError("`\(name)` at column \(column) is out of range; \(limit)")
    }
    largestUsed = max(largestUsed, i + 1)
    return .variable(i)
  }

  mutating func component(
    _ index: ExpressionSyntax, _ column: Int
  ) throws(SpecificationError) -> ExpressionOperand {
    let k = try whole(index, "the index", column)
    guard k >= 1, k <= Double(dimension ?? largestDimension) else {
      throw SpecificationError(
        "the index at column \(column) is \(NumberText.short(k))\(situation); "
          + "expected 1 to " + (dimension.map { "n=\($0)" } ?? String(largestDimension)))
    }
    largestUsed = max(largestUsed, Int(k))
    return .variable(Int(k) - 1)
  }

  mutating func unroll(
    _ loop: ExpressionSyntax.Loop
  ) throws(SpecificationError) -> ExpressionOperand {
    let from = try whole(loop.from.value, "the first value", loop.from.column)
    let to = try whole(loop.to.value, "the last value", loop.to.column)
    let isSum = loop.kind == .sum
    guard from <= to else { return .constant(isSum ? 0 : 1) }
    guard to - from < Double(Self.largestOperationCount) else { throw tooLong() }
    var result: ExpressionOperand?
    indices.append((loop.index, from))
    defer { indices.removeLast() }
    for step in 0...Int(to - from) {
      indices[indices.count - 1].value = from + Double(step)
      try count()
      let term = try compile(loop.body)
      result =
        result.map { isSum ? builder.add($0, term) : builder.multiply($0, term) } ?? term
    }
    return result ?? .constant(0)
  }

  /// The whole number that `syntax` comes to.
  private mutating func whole(
    _ syntax: ExpressionSyntax, _ what: String, _ column: Int
  ) throws(SpecificationError) -> Double {
    guard case .constant(let value) = try compile(syntax) else {
      throw SpecificationError(
        "\(what) at column \(column) depends on variables; "
          + "expected whole numbers, n and outer indices")
    }
    guard ExpressionRules.isWhole(value) else {
      let expected = value.rounded() == value ? "that is too large" : "expected a whole number"
      throw SpecificationError(
        "\(what) at column \(column) is \(NumberText.short(value))\(situation); \(expected)")
    }
    return value
  }

  /// The values of the index variables, as ` for i=2, j=5`.
  private var situation: String {
    guard !indices.isEmpty else { return "" }
    let values = indices.map { "\($0.name)=\(NumberText.short($0.value))" }
    return " for " + values.joined(separator: ", ")
  }
}
