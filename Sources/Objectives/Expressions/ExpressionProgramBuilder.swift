/// What a part of an expression comes to: a number, or a register of the program.
enum ExpressionOperand {
  case constant(Double)
  /// Instruction k ≥ 0, or the variable −1 − k for k < 0: how many variables there are may not be
  /// known yet.
  case register(Int32)

  static let firstVariable: Int32 = -1

  var number: Double? {
    if case .constant(let number) = self { number } else { nil }
  }

  /// The variable x[i], i from 0.
  static func variable(_ i: Int) -> Self {
    .register(firstVariable - Int32(clamping: i))
  }
}

/// Collects the instructions of a program: folds constants and gives equal instructions one
/// register.
struct ExpressionProgramBuilder {
  private var instructions: [ExpressionInstruction] = []
  private var known: [ExpressionInstruction: Int32] = [:]

  var count: Int { instructions.count }

  /// What `instruction` gives; it is appended unless its like is there.
  mutating func register(_ instruction: ExpressionInstruction) -> ExpressionOperand {
    .register(place(instruction))
  }

  /// The register that holds `operand`.
  mutating func register(of operand: ExpressionOperand) -> Int32 {
    switch operand {
    case .register(let register): register
    case .constant(let number): place(ExpressionInstruction(.constant, constant: number))
    }
  }

  mutating func place(_ instruction: ExpressionInstruction) -> Int32 {
    if let register = known[instruction] { return register }
    let register = Int32(clamping: instructions.count)
    instructions.append(instruction)
    known[instruction] = register
    return register
  }

  /// The register b and the constant c where `operand` is c b.
  func scaled(_ operand: ExpressionOperand) -> (register: Int32, scale: Double)? {
    guard case .register(let k) = operand, k >= 0 else { return nil }
    let instruction = instructions[Int(k)]
    return instruction.operation == .multiplyConstant
      ? (instruction.first, instruction.constant) : nil
  }

  // MARK: - The finished program

  /// The program in n variables that gives `result`, without the instructions that it does not
  /// need.
  mutating func program(dimension: Int, result: ExpressionOperand) -> ExpressionProgram {
    let output = register(of: result)
    let isNeeded = needed(for: output)
    var place = [Int32](repeating: 0, count: instructions.count)
    var kept: [ExpressionInstruction] = []
    func moved(_ register: Int32) -> Int32 {
      register < 0 ? ExpressionOperand.firstVariable - register : place[Int(register)]
    }
    for (k, instruction) in instructions.enumerated() where isNeeded[k] {
      place[k] = Int32(clamping: dimension + kept.count)
      kept.append(instruction.reading(moved))
    }
    return ExpressionProgram(
      dimension: dimension, instructions: kept, output: Int(moved(output)))
  }

  private func needed(for output: Int32) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: instructions.count)
    if output >= 0 { isNeeded[Int(output)] = true }
    for k in instructions.indices.reversed() where isNeeded[k] {
      for register in instructions[k].read where register >= 0 { isNeeded[Int(register)] = true }
    }
    return isNeeded
  }
}
