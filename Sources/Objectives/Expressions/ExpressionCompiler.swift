import Specifications

/// Turns a syntax tree into a program for a number of variables: loops are unrolled, numbers and
/// index variables folded away.
struct ExpressionCompiler {
  /// The most operations that an expression may come to, folded ones included, and the most
  /// instructions.
  static let largestOperationCount = 2_000_000
  /// The most variables that a function has without being told n: an index that is written by
  /// mistake is no reason to make so many.
  static let largestAssumedDimension = 1000

  /// n; nil while it is to be found from the components used.
  let dimension: Int?
  /// The largest component used, from 1.
  var largestUsed = 0
  var builder = ExpressionProgramBuilder()
  /// The index variables of the loops around, the outermost first.
  var indices: [(name: String, value: Double)] = []
  private var operationCount = 0

  /// The program of `expression` in `n` variables.
  ///
  /// Without `n` their number is the largest component used; where the expression depends on n, it
  /// is 2 or the largest component written, whichever is larger.
  static func program(
    _ expression: ParsedExpression, n: Int?
  ) throws(SpecificationError) -> ExpressionProgram {
    let own = expression.names.count
    guard own == 0 || n == nil || n == own else {
      throw SpecificationError("the expression names \(own) variables, and n=\(n ?? own)")
    }
    let assumed = expression.usesDimension ? max(2, expression.largestWritten) : nil
    var compiler = ExpressionCompiler(dimension: own > 0 ? own : n ?? assumed)
    let result = try compiler.compile(expression.root)
    let dimension = compiler.dimension ?? max(1, compiler.largestUsed)
    guard n != nil || dimension <= Self.largestAssumedDimension else {
      throw SpecificationError(
        "the expression has \(dimension) variables by its largest index; more than "
          + "\(Self.largestAssumedDimension) are made only where n is given: write :n=\(dimension)")
    }
    if let plain = expression.plain, dimension > 3 {
      throw SpecificationError(
        "`\(plain.name)` at column \(plain.column) is for at most 3 variables, and n=\(dimension); "
          + "write x[\(plain.name == "x" ? 1 : plain.name == "y" ? 2 : 3)]")
    }
    return compiler.builder.program(dimension: dimension, result: result)
  }

  private init(dimension: Int?) {
    self.dimension = dimension
  }

  /// Counts one operation.
  mutating func count() throws(SpecificationError) {
    operationCount += 1
    guard max(operationCount, builder.count) <= Self.largestOperationCount else { throw tooLong() }
  }

  func tooLong() -> SpecificationError {
    let dimension = dimension.map { " for n=\($0)" } ?? ""
    return SpecificationError(
      "the expression comes to more than \(Self.largestOperationCount) operations\(dimension)")
  }

  mutating func compile(
    _ syntax: ExpressionSyntax
  ) throws(SpecificationError) -> ExpressionOperand {
    switch syntax {
    case .number(let value): return .constant(value)
    case .dimension: return .constant(Double(dimension ?? 0))
    case .index(let level): return .constant(indices[level].value)
    case .variable(let i, let name, let column): return try variable(i, name, column)
    case .component(let index, let column): return try component(index, column)
    case .negation(let inside):
      let operand = try compile(inside)
      return builder.negate(operand)
    case .sum(let terms): return try sum(terms)
    case .product(let factors): return try product(factors)
    case .power(let base, let exponent):
      try count()
      let (a, b) = (try compile(base), try compile(exponent))
      return builder.power(a, b)
    case .elementary(let function, let argument):
      try count()
      let operand = try compile(argument)
      return builder.apply(function, operand)
    case .binary(let function, let arguments): return try binary(function, arguments)
    case .loop(let loop): return try unroll(loop)
    case .comparison(let first, let others): return try compare(first, others)
    case .choice(let condition, let a, let b):
      try count()
      return try choose(condition, a, b)
    }
  }

  private mutating func sum(
    _ terms: [ExpressionSyntax.Part]
  ) throws(SpecificationError) -> ExpressionOperand {
    var sum = ExpressionOperand.constant(0)
    for term in terms {
      try count()
      let value = try compile(term.value)
      sum = term.isInverse ? builder.subtract(sum, value) : builder.add(sum, value)
    }
    return sum
  }

  private mutating func product(
    _ factors: [ExpressionSyntax.Part]
  ) throws(SpecificationError) -> ExpressionOperand {
    var product = ExpressionOperand.constant(1)
    for factor in factors {
      try count()
      let value = try compile(factor.value)
      product =
        factor.isInverse ? builder.divide(product, value) : builder.multiply(product, value)
    }
    return product
  }

  private mutating func binary(
    _ function: BinaryFunction, _ arguments: [ExpressionSyntax]
  ) throws(SpecificationError) -> ExpressionOperand {
    var operands: [ExpressionOperand] = []
    for argument in flattened(function, arguments) {
      try count()
      operands.append(try compile(argument))
    }
    switch function {
    case .min, .max: return builder.extreme(operands, function == .max ? .maximum : .minimum)
    default: return operands.dropFirst().reduce(operands[0]) { builder.apply(function, $0, $1) }
    }
  }

  /// The arguments of a minimum with those of minima among them, and of a maximum alike: all that
  /// tie count as one another.
  private func flattened(
    _ function: BinaryFunction, _ arguments: [ExpressionSyntax]
  ) -> [ExpressionSyntax] {
    guard function == .min || function == .max else { return arguments }
    return arguments.flatMap { argument in
      if case .binary(function, let inside) = argument { return flattened(function, inside) }
      return [argument]
    }
  }

  /// A chain of comparisons holds where each of them does.
  private mutating func compare(
    _ first: ExpressionSyntax, _ others: [(ExpressionComparison, ExpressionSyntax)]
  ) throws(SpecificationError) -> ExpressionOperand {
    var left = try compile(first)
    var result = ExpressionOperand.constant(1)
    for (comparison, syntax) in others {
      try count()
      let right = try compile(syntax)
      result = builder.multiply(result, builder.compare(comparison, left, right))
      left = right
    }
    return result
  }

  /// Of a condition that is a number only the piece that it chooses is compiled, so that
  /// if(i<n,x[i+1],0) is possible.
  private mutating func choose(
    _ condition: ExpressionSyntax, _ a: ExpressionSyntax, _ b: ExpressionSyntax
  ) throws(SpecificationError) -> ExpressionOperand {
    switch try compile(condition) {
    case .constant(let number):
      return number.isNaN ? .constant(.nan) : try compile(number == 0 ? b : a)
    case .register(let register):
      let (first, second) = (try compile(a), try compile(b))
      return builder.choose(register, first, second)
    }
  }
}
