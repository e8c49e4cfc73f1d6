/// What a program adds up, where that is a sum of squares with positive factors.
///
/// The weights of all registers in f are found by one sweep back from f = 1·f: a sum hands its
/// weight to its terms, a product with a positive number a multiple of it, and a square ends the
/// way as a residual.
struct ExpressionSquares: Sendable {
  /// A residual, `scale` times a whole power of a register.
  struct Term: Sendable {
    let register: Int
    let power: Int
    let scale: Double
  }

  let terms: [Term]
  /// The root of what is added as a number; it is one residual more where it is not 0.
  let constant: Double

  var count: Int { terms.count + (constant == 0 ? 0 : 1) }

  /// Nil where `program` is no such sum, as far as it shows.
  init?(of program: ExpressionProgram) {
    var weights = [Double](repeating: 0, count: program.registerCount)
    weights[program.output] = 1
    var terms: [Term] = []
    var constant = 0.0
    for (k, instruction) in program.instructions.enumerated().reversed() {
      let weight = weights[program.dimension + k]
      if weight == 0 { continue }
      let (first, second) = (Int(instruction.first), Int(instruction.second))
      let c = instruction.constant
      guard weight > 0, weight.isFinite else { return nil }
      switch instruction.operation {
      case .constant where c >= 0: constant += weight * c
      case .add:
        weights[first] += weight
        weights[second] += weight
      case .addConstant where c >= 0:
        weights[first] += weight
        constant += weight * c
      case .addScaled where c > 0:
        weights[first] += weight
        weights[second] += weight * c
      case .multiplyConstant where c > 0: weights[first] += weight * c
      case .divideConstant where c > 0: weights[first] += weight / c
      case .square:
        terms.append(Term(register: first, power: 1, scale: weight.squareRoot()))
      case .wholePower where c > 0 && Int(c).isMultiple(of: 2):
        terms.append(Term(register: first, power: Int(c) / 2, scale: weight.squareRoot()))
      default: return nil
      }
    }
    let isPlain = weights[..<program.dimension].allSatisfy { $0 == 0 }
    guard isPlain, !terms.isEmpty, constant.isFinite else { return nil }
    self.terms = terms.reversed()
    self.constant = constant.squareRoot()
  }

  /// Writes the residuals that a program has computed, in the order of its squares, the constant
  /// last.
  func write<S: Scalar>(_ registers: Span<S>, into residuals: inout MutableSpan<S>) {
    for (i, term) in terms.enumerated() {
      let factor = registers[term.register]
      residuals[i] = S(term.scale) * (term.power == 1 ? factor : .pow(factor, term.power))
    }
    if constant != 0 { residuals[count - 1] = S(constant) }
  }
}
