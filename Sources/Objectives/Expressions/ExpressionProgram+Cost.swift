extension ExpressionProgram {
  /// About as many additions as a value takes the time of.
  var valueCost: Int {
    instructions.reduce(dimension) { $0 + ($1.operation.isLong ? 18 : 2) }
  }
}

extension ExpressionOperation {
  /// Whether it calls a function of the mathematical library.
  fileprivate var isLong: Bool {
    switch self {
    case .realPower, .exponential, .power, .hypotenuse, .angle, .modulus, .elementary: true
    default: false
    }
  }
}
