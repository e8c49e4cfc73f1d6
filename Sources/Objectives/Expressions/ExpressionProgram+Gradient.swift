import RealModule

extension ExpressionProgram {
  /// Writes ∇f(x) into `gradient` and returns f(x), in one sweep and one sweep back.
  @inlinable
  func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let count = registerCount
    return withUnsafeTemporaryAllocation(of: S.self, capacity: 2 * count) { buffer in
      guard let registers = buffer.baseAddress else { return 0 }
      run(x, registers)
      let adjoints = registers + count
      adjoints.initialize(repeating: 0, count: count)
      defer { registers.deinitialize(count: 2 * count) }
      sweepBack(registers, adjoints)
      for i in 0..<dimension { gradient[i] = adjoints[i] }
      return registers[output]
    }
  }

  /// From ∂f/∂(output) = 1 to all others: each instruction adds its part to the adjoints of what
  /// it read. What f does not depend on at this point is passed over, so that an infinite slope
  /// there does no harm.
  @inlinable
  func sweepBack<S: Scalar>(
    _ registers: UnsafeMutablePointer<S>, _ adjoints: UnsafeMutablePointer<S>
  ) {
    adjoints[output] = 1
    let code = instructions.span
    var k = code.count
    while k > 0 {
      k -= 1
      let adjoint = adjoints[dimension + k]
      if adjoint == 0 { continue }
      Self.pullBack(
        adjoint, through: code[unchecked: k], value: registers + (dimension + k), registers,
        adjoints)
    }
  }

  @inlinable @inline(__always)
  static func pullBack<S: Scalar>(
    _ adjoint: S, through instruction: ExpressionInstruction, value: UnsafeMutablePointer<S>,
    _ registers: UnsafeMutablePointer<S>, _ adjoints: UnsafeMutablePointer<S>
  ) {
    let first = Int(instruction.first)
    let second = Int(instruction.second)
    let c = instruction.constant
    switch instruction.operation {
    case .constant: break
    case .add:
      adjoints[first] += adjoint
      adjoints[second] += adjoint
    case .subtract:
      adjoints[first] += adjoint
      adjoints[second] -= adjoint
    case .multiply:
      adjoints[first] += adjoint * registers[second]
      adjoints[second] += adjoint * registers[first]
    case .divide:
      let part = adjoint / registers[second]
      adjoints[first] += part
      adjoints[second] -= part * value.pointee
    case .addConstant: adjoints[first] += adjoint
    case .constantMinus, .negate: adjoints[first] -= adjoint
    case .multiplyConstant: adjoints[first] += S(c) * adjoint
    case .divideConstant: adjoints[first] += adjoint / S(c)
    case .constantOver: adjoints[first] -= adjoint * value.pointee / registers[first]
    case .addScaled:
      adjoints[first] += adjoint
      adjoints[second] += S(c) * adjoint
    case .square: adjoints[first] += 2 * adjoint * registers[first]
    case .minimumTies, .maximumTies, .less, .lessOrEqual, .equal: break
    case .choice:
      let isFirst = registers[first].real != 0
      adjoints[isFirst ? second : Int(instruction.third)] += adjoint
    case .power, .minimum, .maximum, .minimumOfMore, .maximumOfMore, .hypotenuse, .angle,
      .modulus:
      let slopes = slopes(
        of: instruction, registers[first], registers[second],
        registers[Int(instruction.third)], value: value.pointee)
      adjoints[first] += adjoint * slopes.first
      adjoints[second] += adjoint * slopes.second
    default:
      adjoints[first] += adjoint * slope(of: instruction, registers[first], value: value.pointee)
    }
  }

  /// The slope of a slow operation on one register.
  @inlinable @inline(never)
  static func slope<S: Scalar>(of instruction: ExpressionInstruction, _ a: S, value: S) -> S {
    let c = instruction.constant
    switch instruction.operation {
    case .wholePower: return S(c) * .pow(a, Int(c) - 1)
    case .realPower: return a.real == 0 && c > 0 ? 0 : S(c) * ExpressionRules.realPower(a, c - 1)
    case .exponential: return value * S(Double.log(c))
    default: return instruction.function.slope(a, value: value)
    }
  }

  /// The slopes of a slow operation on two registers.
  @inlinable @inline(never)
  static func slopes<S: Scalar>(
    of instruction: ExpressionInstruction, _ a: S, _ b: S, _ third: S, value: S
  ) -> (first: S, second: S) {
    switch instruction.operation {
    case .minimum, .maximum:
      let extreme: Extreme = instruction.operation == .maximum ? .maximum : .minimum
      let shares = ExpressionRules.shares(a.real, b.real, extreme)
      return (S(shares.0), S(shares.1))
    case .minimumOfMore, .maximumOfMore:
      let extreme: Extreme = instruction.operation == .maximumOfMore ? .maximum : .minimum
      let shares = ExpressionRules.shares(
        a.real, b.real, extreme, ties: third.real)
      return (S(shares.0), S(shares.1))
    case .modulus:
      let quotient = ExpressionRules.wholeQuotient(a.real, b.real)
      return (quotient.isNaN ? S(.nan) : 1, S(-quotient))
    case .hypotenuse:
      return value.real == 0 ? (0, 0) : (a / value, b / value)
    case .angle:
      let radius = ExpressionRules.hypotenuse(a, b)
      return (b / radius / radius, -(a / radius / radius))
    default:
      return (
        ExpressionRules.slopeInBase(a, b), ExpressionRules.slopeInExponent(a, b, value: value)
      )
    }
  }
}
