/// The order in which the characters of a text stand from left to right, for drawing that knows no
/// other direction: words in Arabic or Hebrew run from right to left, their numbers do not.
///
/// The rules of Unicode's bidirectional algorithm (UAX #9) without embeddings and overrides.
enum VisualOrder {
  private enum Direction { case left, right, number, neutral }

  /// The text itself where all of it runs from left to right.
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isRightToLeft) else { return text }
    let characters = Array(text)
    let levels = levels(of: directions(of: characters))
    var order = Array(characters.indices)
    // What lies deepest is turned first (rule L2).
    for level in stride(from: levels.max() ?? 0, to: 0, by: -1) {
      var start = 0
      while start < order.count {
        let end = order[start...].firstIndex { levels[$0] < level } ?? order.count
        order[start..<end].reverse()
        start = max(end, start) + 1
      }
    }
    return String(order.map { levels[$0] % 2 == 1 ? mirrored(characters[$0]) : characters[$0] })
  }

  /// Even levels run to the right, odd ones to the left.
  private static func levels(of directions: [Direction]) -> [Int] {
    let isBaseRight = directions.first { $0 == .left || $0 == .right } == .right
    var strong = isBaseRight
    // Of each: whether it runs to the left; nil for what takes after its neighbours.
    let runs = directions.map { direction -> Bool? in
      switch direction {
      case .left: strong = false
      case .right: strong = true
      case .number: break
      case .neutral: return nil
      }
      return strong
    }
    return directions.indices.map { i in
      let before = runs[..<i].last { $0 != nil } ?? isBaseRight
      let after = runs[i...].first { $0 != nil } ?? isBaseRight
      let isRight = runs[i] ?? (before == after ? before ?? isBaseRight : isBaseRight)
      if directions[i] == .number { return isRight || isBaseRight ? 2 : 0 }
      return isRight ? 1 : isBaseRight ? 2 : 0
    }
  }

  /// With what belongs to a number as part of it: one separator between two digits (rule W4), signs
  /// before and terminators beside it (rule W5). A sign keeps its number in these texts, which are
  /// read as mathematics; Unicode leaves it to the words around.
  private static func directions(of characters: [Character]) -> [Direction] {
    let alone = characters.map(direction)
    func isNumber(_ i: Int) -> Bool { alone.indices.contains(i) && alone[i] == .number }
    return characters.indices.map { i in
      let belongs =
        switch characters[i] {
        case ".", ",", ":", "/", "٫", "٬": isNumber(i - 1) && isNumber(i + 1)
        case "+", "-", "−", "±": isNumber(i + 1)
        case "%", "‰", "٪", "°": isNumber(i - 1) || isNumber(i + 1)
        default: false
        }
      return belongs ? .number : alone[i]
    }
  }

  private static func direction(_ character: Character) -> Direction {
    if character.unicodeScalars.contains(where: isRightToLeft) {
      return character.isNumber ? .number : .right
    }
    if character.isNumber { return .number }
    return character.isLetter ? .left : .neutral
  }

  /// Hebrew, Arabic and their neighbours, with their presentation forms.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }

  private static func mirrored(_ character: Character) -> Character {
    let pairs: [Character: Character] = [
      "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<",
    ]
    return pairs[character] ?? character
  }
}
