/// The syntax tree of an expression. Sums and products are lists, so that the tree is no deeper
/// than the parentheses.
indirect enum ExpressionSyntax {
  case number(Double)
  /// n
  case dimension
  /// The index variable of an enclosing `sum` or `prod`, counted from the outermost.
  case index(Int)
  /// x[i], i from 0, written as x, y, z or x1, x2, …
  case variable(Int, name: String, column: Int)
  /// x[index]; the column is that of the index.
  case component(ExpressionSyntax, column: Int)
  case negation(ExpressionSyntax)
  /// Terms that are added, or taken away.
  case sum([Part])
  /// Factors that are multiplied, or divided by.
  case product([Part])
  case power(ExpressionSyntax, ExpressionSyntax)
  case elementary(ElementaryFunction, ExpressionSyntax)
  case binary(BinaryFunction, [ExpressionSyntax])
  case loop(Loop)
  /// a < b, or a chain as 0 < x < 1, which holds where each does.
  case comparison(ExpressionSyntax, [(ExpressionComparison, ExpressionSyntax)])
  /// if(condition, a, b)
  case choice(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax)

  struct Part {
    /// Taken away, or divided by.
    let isInverse: Bool
    let value: ExpressionSyntax
  }

  /// `sum(i, from, to, body)`, or `prod`.
  struct Loop {
    enum Kind: String, CaseIterable {
      case sum, prod
    }

    let kind: Kind
    let index: String
    let column: Int
    let from: Bound
    let to: Bound
    let body: ExpressionSyntax
  }

  struct Bound {
    let value: ExpressionSyntax
    let column: Int
  }
}

/// An expression that has been read: its tree, and what it says about the number of variables.
struct ParsedExpression {
  var root = ExpressionSyntax.number(0)
  /// The variables' own names, in order; empty where they are x, y, z or numbered.
  var names: [String] = []
  /// How many of the last names are columns of data.
  var columnCount = 0
  /// Whether n occurs.
  var usesDimension = false
  /// The largest component written as such: 2 for y, 3 for x3 and x[3].
  var largestWritten = 0
  /// The first of x, y, z that stands alone.
  var plain: (name: String, column: Int)?
  /// The first x that stands alone.
  var plainX: Int?
  /// Where `x[` first occurs.
  var indexed: Int?
}
