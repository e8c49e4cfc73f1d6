import LinearAlgebra

/// Random texts: expressions by the grammar, and expressions with a few characters changed.
package struct RandomExpression {
  package var random: RandomStream
  private var indices: [String] = []

  package init(seed: UInt64) {
    random = RandomStream(seed: seed)
  }

  private static let unary = [
    "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh",
    "exp", "expm1", "log", "log1p", "log2", "log10", "sqrt", "cbrt", "abs", "sign", "floor", "ceil",
    "ln", "erf", "sigmoid", "round",
  ]
  private static let binary = ["pow", "min", "max", "hypot", "atan2", "mod"]

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  /// An expression that parses, of about `size` operations.
  package mutating func expression(_ size: Int) -> String {
    guard size > 0 else { return leaf() }
    let left = Int.random(in: 0..<size, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0...4:
      let space = pick(["", "", " "])
      return expression(left) + space + pick(["+", "-", "*", "/", "^"]) + space
        + "(\(expression(size - 1 - left)))"
    case 5: return "-" + expression(size - 1)
    case 6: return "(\(expression(size - 1)))"
    case 7, 8: return "\(pick(Self.unary))(\(expression(size - 1)))"
    case 9: return "\(pick(Self.binary))(\(expression(left)),\(expression(size - 1 - left)))"
    case 10: return Bool.random(using: &random) ? loop(size) : choice(size)
    default: return "(\(expression(size - 1)))^\(pick(["2", "3", "-1", "0", "0.5", "17", "-2.5"]))"
    }
  }

  private mutating func choice(_ size: Int) -> String {
    let comparison = pick(["<", "<=", ">", ">=", "==", "!="])
    let (left, right) = (expression(size / 3), expression(size / 3))
    return "if(\(left) \(comparison) \(leaf()),\(right),\(expression(size - 1 - size / 3)))"
  }

  private mutating func loop(_ size: Int) -> String {
    guard indices.count < 3 else { return leaf() }
    let index = pick(["i", "j", "k"].filter { !indices.contains($0) })
    indices.append(index)
    defer { indices.removeLast() }
    return "\(pick(["sum", "prod"]))(\(index),\(pick(["0", "1", "2"])),\(pick(["n", "3", "n-1"])),"
      + "\(expression(size - 1)))"
  }

  private mutating func leaf() -> String {
    let numbers = ["0", "1", "2.5", "1e-3", "-3", "1e300", "pi", "e", ".5", "n"]
    if let index = indices.last, Bool.random(using: &random) {
      return pick([index, "x\(pick(["1", "2"]))", "\(index)/3"])
    }
    return pick(numbers + ["x1", "x2", "x3", "x1", "x2"])
  }

  /// `text` with one to four characters taken out, put in or changed.
  package mutating func mutated(_ text: String) -> String {
    var characters = Array(text)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...characters.count, using: &random)
      let new = pick(Array("xyzn()[],+-*/^.eij sum0123 :=<>!%é²\u{0}\n∞"))
      switch Int.random(in: 0..<3, using: &random) {
      case 0: characters.insert(new, at: place)
      case 1 where place < characters.count: characters.remove(at: place)
      case _ where place < characters.count: characters[place] = new
      default: characters.append(new)
      }
    }
    return String(characters)
  }
}
