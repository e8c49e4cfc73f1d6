extension ExpressionProgram {
  /// Whether every operation has all derivatives for all numbers: no kink, jump, cusp or pole
  /// anywhere. A program may be smooth without: where it asks for the root of 1 + x².
  var isSmooth: Bool {
    instructions.allSatisfy { $0.operation == .wholePower ? $0.constant >= 0 : $0.isSmooth }
  }
}

extension ExpressionInstruction {
  fileprivate var isSmooth: Bool {
    switch operation {
    case .constant, .add, .subtract, .multiply, .addConstant, .constantMinus, .multiplyConstant,
      .divideConstant, .addScaled, .negate, .square, .exponential:
      true
    case .elementary: function.isSmooth
    default: false
    }
  }
}

extension ElementaryFunction {
  fileprivate var isSmooth: Bool {
    switch self {
    case .sin, .cos, .atan, .sinh, .cosh, .tanh, .asinh, .exp, .expm1, .erf, .sigmoid: true
    default: false
    }
  }
}
