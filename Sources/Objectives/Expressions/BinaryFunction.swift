/// The functions of two arguments that an expression may call; the case is the name. `min`, `max`
/// and `hypot` take any number above.
enum BinaryFunction: String, CaseIterable, Sendable {
  case pow, min, max, hypot, atan2, mod

  var takesMore: Bool {
    switch self {
    case .min, .max, .hypot: true
    case .pow, .atan2, .mod: false
    }
  }

  var operation: ExpressionOperation {
    switch self {
    case .pow: .power
    case .min: .minimum
    case .max: .maximum
    case .hypot: .hypotenuse
    case .atan2: .angle
    case .mod: .modulus
    }
  }
}
