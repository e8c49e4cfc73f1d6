import RealModule
import Specifications

// What depends on numbers alone is computed here, by the same rules as in an evaluation. Terms are
// never regrouped: the program rounds as the expression reads.
extension ExpressionProgramBuilder {
  mutating func add(_ a: ExpressionOperand, _ b: ExpressionOperand) -> ExpressionOperand {
    switch (a, b) {
    case (.constant(let c), .constant(let d)): return .constant(c + d)
    case (.constant(let c), .register(let r)), (.register(let r), .constant(let c)):
      return c == 0 ? .register(r) : register(.init(.addConstant, r, constant: c))
    case (.register(let r), .register(let s)):
      if let (t, c) = scaled(b) { return register(.init(.addScaled, r, t, constant: c)) }
      if let (t, c) = scaled(a) { return register(.init(.addScaled, s, t, constant: c)) }
      return register(.init(.add, min(r, s), max(r, s)))
    }
  }

  mutating func subtract(_ a: ExpressionOperand, _ b: ExpressionOperand) -> ExpressionOperand {
    switch (a, b) {
    case (_, .constant(let d)): return add(a, .constant(-d))
    case (.constant(let c), .register(let r)):
      return c == 0 ? negate(b) : register(.init(.constantMinus, r, constant: c))
    case (.register(let r), .register(let s)):
      if let (t, c) = scaled(b) { return register(.init(.addScaled, r, t, constant: -c)) }
      return register(.init(.subtract, r, s))
    }
  }

  mutating func negate(_ a: ExpressionOperand) -> ExpressionOperand {
    switch a {
    case .constant(let c): return .constant(-c)
    case .register(let r):
      if let (t, c) = scaled(a) { return register(.init(.multiplyConstant, t, constant: -c)) }
      return register(.init(.negate, r))
    }
  }

  mutating func multiply(_ a: ExpressionOperand, _ b: ExpressionOperand) -> ExpressionOperand {
    switch (a, b) {
    case (.constant(let c), .constant(let d)): return .constant(c * d)
    case (.constant(let c), .register(let r)), (.register(let r), .constant(let c)):
      if c == 1 { return .register(r) }
      return c == -1 ? negate(.register(r)) : register(.init(.multiplyConstant, r, constant: c))
    case (.register(let r), .register(let s)):
      if r == s { return register(.init(.square, r)) }
      return register(.init(.multiply, min(r, s), max(r, s)))
    }
  }

  mutating func divide(_ a: ExpressionOperand, _ b: ExpressionOperand) -> ExpressionOperand {
    switch (a, b) {
    case (.constant(let c), .constant(let d)): return .constant(c / d)
    case (.constant(let c), .register(let s)):
      return register(.init(.constantOver, s, constant: c))
    case (.register(let r), .constant(let d)):
      // Where the reciprocal is exact the product is what the quotient is.
      if d.isNormal, d.significand == 1, (1 / d).isNormal { return multiply(a, .constant(1 / d)) }
      return register(.init(.divideConstant, r, constant: d))
    case (.register(let r), .register(let s)): return register(.init(.divide, r, s))
    }
  }

  mutating func apply(
    _ function: ElementaryFunction, _ a: ExpressionOperand
  ) -> ExpressionOperand {
    switch a {
    case .constant(let c): return .constant(function.value(c))
    case .register(let r): return register(.init(.elementary, r, function: function))
    }
  }

  /// A function of two arguments.
  mutating func apply(
    _ function: BinaryFunction, _ a: ExpressionOperand, _ b: ExpressionOperand
  ) -> ExpressionOperand {
    if function == .pow { return power(a, b) }
    let operation = function.operation
    if case (.constant(let c), .constant(let d)) = (a, b) {
      return .constant(ExpressionProgram.slowResult(of: .init(operation), c, d))
    }
    return register(.init(operation, register(of: a), register(of: b)))
  }

  /// The least or the greatest of several.
  mutating func extreme(_ operands: [ExpressionOperand], _ extreme: Extreme) -> ExpressionOperand {
    let function = extreme == .maximum ? BinaryFunction.max : .min
    let numbers = operands.compactMap(\.number)
    if operands.count <= 2 || numbers.count == operands.count {
      return operands.dropFirst().reduce(operands[0]) { apply(function, $0, $1) }
    }
    let registers = operands.map { register(of: $0) }
    let (more, tie): (ExpressionOperation, ExpressionOperation) =
      extreme == .maximum ? (.maximumOfMore, .maximumTies) : (.minimumOfMore, .minimumTies)
    var extreme = place(.init(function.operation, registers[0], registers[1]))
    var ties = place(.init(tie, registers[0], registers[1], register(of: .constant(1))))
    for next in registers.dropFirst(2) {
      let before = extreme
      extreme = place(.init(more, before, next, ties))
      ties = place(.init(tie, before, next, ties))
    }
    return .register(extreme)
  }

  mutating func compare(
    _ comparison: ExpressionComparison, _ a: ExpressionOperand, _ b: ExpressionOperand
  ) -> ExpressionOperand {
    if case (.constant(let c), .constant(let d)) = (a, b) {
      return .constant(comparison.holds(c, d) ? 1 : 0)
    }
    let (r, s) = (register(of: a), register(of: b))
    switch comparison {
    case .less: return register(.init(.less, r, s))
    case .lessOrEqual: return register(.init(.lessOrEqual, r, s))
    case .greater: return register(.init(.less, s, r))
    case .greaterOrEqual: return register(.init(.lessOrEqual, s, r))
    case .equal: return register(.init(.equal, r, s))
    case .notEqual: return subtract(.constant(1), register(.init(.equal, r, s)))
    }
  }

  /// `a` where the register `condition` is not 0, else `b`.
  mutating func choose(
    _ condition: Int32, _ a: ExpressionOperand, _ b: ExpressionOperand
  ) -> ExpressionOperand {
    register(.init(.choice, condition, register(of: a), register(of: b)))
  }
}

// MARK: - Powers

extension ExpressionProgramBuilder {
  mutating func power(_ a: ExpressionOperand, _ b: ExpressionOperand) -> ExpressionOperand {
    switch (a, b) {
    case (.constant(NumberText.e), _): return apply(.exp, b)
    case (.constant(let c), .constant(let d)):
      return .constant(ExpressionProgram.slowResult(of: .init(.power), c, d))
    case (.register(let r), .constant(let p)): return power(r, p)
    case (.constant(let c), .register(let s)) where c > 0 && c < .infinity:
      return register(.init(.exponential, s, constant: c))
    default: return register(.init(.power, register(of: a), register(of: b)))
    }
  }

  /// Small whole powers are products: they are exact where pow is, and faster.
  private mutating func power(_ a: Int32, _ p: Double) -> ExpressionOperand {
    switch p {
    case 0: return .constant(1)
    case 1...16 where ExpressionRules.isWhole(p): return product(a, Int(p))
    case -1: return register(.init(.constantOver, a, constant: 1))
    case _ where ExpressionRules.isWhole(p): return register(.init(.wholePower, a, constant: p))
    case 0.5: return apply(.sqrt, .register(a))
    case _ where p.magnitude > ExpressionRules.largestWhole:
      // Such numbers are even.
      let size = register(of: apply(.abs, .register(a)))
      return register(.init(.realPower, size, constant: p))
    default: return register(.init(.realPower, a, constant: p))
    }
  }

  /// aᵏ by squaring, k ≥ 1.
  private mutating func product(_ a: Int32, _ k: Int) -> ExpressionOperand {
    if k == 1 { return .register(a) }
    let half = product(a, k / 2)
    let square = multiply(half, half)
    return k.isMultiple(of: 2) ? square : multiply(square, .register(a))
  }
}
