import RealModule

extension ExpressionProgram {
  /// f(x).
  @inlinable
  func value<S: Scalar>(_ x: Span<S>) -> S {
    withUnsafeTemporaryAllocation(of: S.self, capacity: registerCount) { buffer in
      guard let registers = buffer.baseAddress else { return 0 }
      run(x, registers)
      defer { registers.deinitialize(count: registerCount) }
      return registers[output]
    }
  }

  /// Computes all registers, of which there are `registerCount`.
  func run<S: Scalar>(_ x: Span<S>, into registers: inout [S]) {
    registers.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { run(x, base) }
    }
  }

  /// Fills the registers, which are not initialized before.
  @inlinable
  func run<S: Scalar>(_ x: Span<S>, _ registers: UnsafeMutablePointer<S>) {
    for i in 0..<dimension { (registers + i).initialize(to: x[i]) }
    var next = registers + dimension
    let code = instructions.span
    for k in code.indices {
      let instruction = code[unchecked: k]
      next.initialize(to: Self.result(of: instruction, registers))
      next += 1
    }
  }

  @inlinable @inline(__always)
  static func result<S: Scalar>(
    of instruction: ExpressionInstruction, _ registers: UnsafeMutablePointer<S>
  ) -> S {
    let a = registers + Int(instruction.first)
    let b = registers + Int(instruction.second)
    let c = instruction.constant
    switch instruction.operation {
    case .constant: return S(c)
    case .add: return a.pointee + b.pointee
    case .subtract: return a.pointee - b.pointee
    case .multiply: return a.pointee * b.pointee
    case .divide: return a.pointee / b.pointee
    case .addConstant: return a.pointee + S(c)
    case .constantMinus: return S(c) - a.pointee
    case .multiplyConstant: return S(c) * a.pointee
    case .divideConstant: return a.pointee / S(c)
    case .constantOver: return S(c) / a.pointee
    case .addScaled: return a.pointee + S(c) * b.pointee
    case .negate: return -a.pointee
    case .square: return a.pointee * a.pointee
    default:
      let third = registers + Int(instruction.third)
      return slowResult(of: instruction, a.pointee, b.pointee, third.pointee)
    }
  }

  /// The operations that take longer than a call.
  @inlinable @inline(never)
  static func slowResult<S: Scalar>(
    of instruction: ExpressionInstruction, _ a: S, _ b: S, _ third: S = 0
  ) -> S {
    let c = instruction.constant
    switch instruction.operation {
    case .wholePower: return .pow(a, Int(c))
    case .realPower: return ExpressionRules.realPower(a, c)
    case .exponential: return .pow(S(c), a)
    case .power: return ExpressionRules.power(a, b)
    case .minimum: return ExpressionRules.extreme(a, b, .minimum)
    case .maximum: return ExpressionRules.extreme(a, b, .maximum)
    case .minimumOfMore:
      return ExpressionRules.extreme(a, b, .minimum, ties: third.real)
    case .maximumOfMore:
      return ExpressionRules.extreme(a, b, .maximum, ties: third.real)
    case .minimumTies:
      return S(ExpressionRules.ties(a.real, b.real, .minimum, before: third.real))
    case .maximumTies:
      return S(ExpressionRules.ties(a.real, b.real, .maximum, before: third.real))
    case .hypotenuse: return ExpressionRules.hypotenuse(a, b)
    case .angle: return ExpressionRules.angle(a, b)
    case .modulus: return ExpressionRules.modulus(a, b)
    case .less: return a.real < b.real ? 1 : 0
    case .lessOrEqual: return a.real <= b.real ? 1 : 0
    case .equal: return a.real == b.real ? 1 : 0
    case .choice: return a.real.isNaN ? a : a.real == 0 ? third : b
    default: return instruction.function.value(a)
    }
  }
}
