import Specifications

// Expressions over data, whose names are parameters or columns.
extension ExpressionParser {
  /// Names the parameters, where no definition has, and after them the columns that occur.
  mutating func takeColumns(_ columns: [String]) throws(SpecificationError) {
    if let shared = parsed.names.first(where: columns.contains) {
      throw SpecificationError(
        "`\(shared)` is a column of the data; expected another name for the parameter")
    }
    let used = columns.filter { column in tokens.contains { $0.kind == .name && $0.text == column }
    }
    if parsed.names.isEmpty { parsed.names = try parameters(besides: columns) }
    guard !parsed.names.isEmpty else {
      throw SpecificationError(
        "the expression has columns of the data only; expected a parameter too, as in (y-a*x)^2")
    }
    parsed.names += used
    parsed.columnCount = used.count
    parsed.largestWritten = parsed.names.count
  }

  /// The names that mean nothing else, each once, as they appear.
  private func parameters(besides columns: [String]) throws(SpecificationError) -> [String] {
    var taken = Set(columns).union(loopIndices)
    var names: [String] = []
    for (i, token) in tokens.enumerated() where token.kind == .name && !tokens[i + 1].isSymbol("(")
    {
      let hasMeaning =
        ExpressionNames.constants[token.text] != nil || ExpressionNames.isFunction(token.text)
      guard !hasMeaning, taken.insert(token.text).inserted else { continue }
      try requireNoColumn(token, columns)
      names.append(token.text)
    }
    return names
  }

  /// A name that only a column could have is a slip.
  private func requireNoColumn(
    _ token: ExpressionToken, _ columns: [String]
  ) throws(SpecificationError) {
    guard ExpressionNames.isValue(token.text) else { return }
    let known = columns.filter { !$0.isEmpty }.prefix(8).joined(separator: ", ")
    throw SpecificationError(
      "\(token.shown) at column \(token.column) is no column of the data, which has \(known)")
  }

  private var loopIndices: [String] {
    tokens.indices.dropLast(2).filter {
      ExpressionSyntax.Loop.Kind(rawValue: tokens[$0].text) != nil && tokens[$0 + 1].isSymbol("(")
    }.map { tokens[$0 + 2].text }
  }
}
