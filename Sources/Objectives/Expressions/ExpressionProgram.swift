/// What one instruction of a program does with the registers a (`first`) and b (`second`), a third
/// where it needs one, and the constant c.
@usableFromInline
enum ExpressionOperation: UInt8, Sendable {
  /// c
  case constant
  /// a + b
  case add
  /// a − b
  case subtract
  /// a b
  case multiply
  /// a / b
  case divide
  /// a + c
  case addConstant
  /// c − a
  case constantMinus
  /// c a
  case multiplyConstant
  /// a / c
  case divideConstant
  /// c / a
  case constantOver
  /// a + c b
  case addScaled
  /// −a
  case negate
  /// a²
  case square
  /// a to the whole power c
  case wholePower
  /// a to the power c, which is not whole
  case realPower
  /// c to the power a, c > 0
  case exponential
  /// a to the power b
  case power
  case minimum, maximum
  /// The extreme of a, itself the extreme of several of which as many tie as the third register
  /// says, and of b
  case minimumOfMore, maximumOfMore
  /// How many tie in that extreme
  case minimumTies, maximumTies
  /// √(a² + b²)
  case hypotenuse
  /// the angle of the point (b, a)
  case angle
  /// a − ⌊a/b⌋ b
  case modulus
  /// 1 where a < b, a ≤ b, a = b; else 0
  case less, lessOrEqual, equal
  /// b where a is not 0, else the third register
  case choice
  /// `function` of a
  case elementary
}

/// One step of a program: an operation on earlier registers.
@usableFromInline
struct ExpressionInstruction: Sendable {
  @usableFromInline let operation: ExpressionOperation
  @usableFromInline let function: ElementaryFunction
  @usableFromInline let first: Int32
  @usableFromInline let second: Int32
  @usableFromInline let third: Int32
  @usableFromInline let constant: Double

  /// An operation that needs fewer than three registers names the first once more, or the first
  /// variable, which every program has.
  init(
    _ operation: ExpressionOperation, _ first: Int32 = ExpressionOperand.firstVariable,
    _ second: Int32? = nil, _ third: Int32? = nil, constant: Double = 0,
    function: ElementaryFunction = .abs
  ) {
    self.operation = operation
    self.function = function
    self.first = first
    self.second = second ?? first
    self.third = third ?? first
    self.constant = constant
  }

  /// The registers that it reads, some of them perhaps twice.
  var read: [Int32] { [first, second, third] }

  /// The same operation on other registers.
  func reading(_ place: (Int32) -> Int32) -> Self {
    Self(
      operation, place(first), place(second), place(third), constant: constant,
      function: function)
  }
}

extension ExpressionInstruction: Hashable {
  @usableFromInline
  static func == (a: Self, b: Self) -> Bool {
    a.code == b.code && a.first == b.first && a.second == b.second && a.third == b.third
      && a.constant.bitPattern == b.constant.bitPattern
  }

  @usableFromInline
  func hash(into hasher: inout Hasher) {
    let registers = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    hasher.combine(registers)
    hasher.combine(third)
    hasher.combine(constant.bitPattern ^ UInt64(code))
  }

  private var code: UInt16 { UInt16(operation.rawValue) << 8 | UInt16(function.rawValue) }
}

/// An expression unrolled for its number of variables into instructions without branches.
///
/// Registers 0..<n hold x; register n + k holds what instruction k gives. Each instruction reads
/// only registers before its own, so that one sweep gives the value and one sweep back over the
/// same instructions the gradient. Reference: Griewank and Walther, *Evaluating Derivatives*,
/// 2nd ed. 2008, §3.2 (reverse mode).
@usableFromInline
struct ExpressionProgram: Sendable {
  /// n.
  @usableFromInline let dimension: Int
  @usableFromInline let instructions: [ExpressionInstruction]
  /// The register that holds f(x) in the end.
  @usableFromInline let output: Int

  /// The evaluation relies on what is checked here: no instruction reads its own or a later
  /// register.
  init(dimension: Int, instructions: [ExpressionInstruction], output: Int) {
    self.dimension = dimension
    self.instructions = instructions
    self.output = output
    precondition(dimension >= 1 && (0..<dimension + instructions.count).contains(output))
    for (k, instruction) in instructions.enumerated() {
      let earlier = 0..<Int32(clamping: dimension + k)
      precondition(instruction.read.allSatisfy(earlier.contains))
    }
  }

  @usableFromInline
  var registerCount: Int { dimension + instructions.count }
}

extension ExpressionProgram {
  /// f = 0 in one variable.
  static let zero = ExpressionProgram(
    dimension: 1, instructions: [ExpressionInstruction(.constant, 0)], output: 1)
}
