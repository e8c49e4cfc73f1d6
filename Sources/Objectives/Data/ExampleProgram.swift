import LinearAlgebra
import Specifications

/// An expression of parameters θ and of columns of data, for one example at a time.
///
/// The variables of the program are θ, then the columns that the expression reads.
struct ExampleProgram: Sendable {
  let program: ExpressionProgram
  let parameterNames: [String]
  /// Of those that the program reads, in order: which column of `Columns` it is.
  private let columns: [Int]

  /// - Throws: what is wrong with the expression, by column of its text.
  init(_ expression: String, over data: DataSet) throws(SpecificationError) {
    let names = data.columnNames
    let parsed = try ExpressionParser.parse(expression, over: names)
    program = try ExpressionCompiler.program(parsed, n: nil)
    parameterNames = Array(parsed.names.dropLast(parsed.columnCount))
    columns = parsed.names.suffix(parsed.columnCount).compactMap(names.firstIndex)
  }

  /// A row an example, with what the program reads of it.
  func rows(of data: DataSet) -> Matrix {
    var rows = Matrix(rows: data.count, columns: columns.count)
    for i in 0..<data.count {
      for (j, column) in columns.enumerated() { rows[i, j] = data.number(column, of: i) }
    }
    return rows
  }

  /// The mean over some rows.
  func mean<S: Scalar>(_ x: Span<S>, of rows: Matrix, over examples: Span<Int>) -> S {
    var point = variables(x)
    var sum: S = 0
    for k in examples.indices {
      fill(&point, from: rows, examples[k])
      sum += program.value(point.span)
    }
    return S(1 / Double(examples.count)) * sum
  }

  /// Writes the gradient of the mean by θ, and returns the mean.
  func differentiate<S: Scalar>(
    _ x: Span<S>, of rows: Matrix, over examples: Span<Int>, into gradient: inout MutableSpan<S>
  ) -> S {
    var point = variables(x)
    var one = [S](repeating: 0, count: point.count)
    let share = S(1 / Double(examples.count))
    var sum: S = 0
    for j in 0..<x.count { gradient[j] = 0 }
    for k in examples.indices {
      fill(&point, from: rows, examples[k])
      var span = one.mutableSpan
      sum += program.differentiate(point.span, into: &span)
      for j in 0..<x.count { gradient[j] += share * one[j] }
    }
    return share * sum
  }

  /// The registers of the program after each row in turn.
  func run<S: Scalar>(
    _ x: Span<S>, on rows: Matrix, _ body: (_ example: Int, _ registers: Span<S>) -> Void
  ) {
    var point = variables(x)
    var registers = [S](repeating: 0, count: program.registerCount)
    for i in 0..<rows.rows {
      fill(&point, from: rows, i)
      program.run(point.span, into: &registers)
      body(i, registers.span)
    }
  }

  private func variables<S: Scalar>(_ x: Span<S>) -> [S] {
    var point = [S](repeating: 0, count: x.count + columns.count)
    for j in 0..<x.count { point[j] = x[j] }
    return point
  }

  private func fill<S: Scalar>(_ point: inout [S], from rows: Matrix, _ example: Int) {
    let first = point.count - columns.count
    for j in columns.indices { point[first + j] = S(rows[example, j]) }
  }
}

extension DataSet {
  /// What expressions call the columns: the features, then the target. Characters that no name may
  /// have are `_`; a name with another meaning to expressions is empty.
  var columnNames: [String] {
    (featureNames + [targetName]).map { name in
      let plain = String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
      let named = plain.first?.isNumber == false ? plain : "_" + plain
      return ExpressionNames.isFunction(named) ? "" : named
    }
  }

  /// A feature of an example, or its target after them: the value, or the number of its class.
  func number(_ column: Int, of example: Int) -> Double {
    if column < featureCount { return features[example, column] }
    return switch targets {
    case .values(let values): values[example]
    case .classes(let numbers, _): Double(numbers[example])
    }
  }
}
