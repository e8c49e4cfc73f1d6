/// Words as a shell takes them.
public enum ShellWord {
  /// The word itself where that is plain, else between quotes; a line break and others of its kind
  /// are written as in `$'\n'`.
  public static func quoted(_ word: String) -> String {
    if !word.isEmpty, word.allSatisfy(isPlain) { return word }
    guard word.unicodeScalars.contains(where: isControl) else {
      return "'" + word.replacing("'", with: "'\\''") + "'"
    }
    let letters = word.unicodeScalars.map { scalar in
      if isControl(scalar) { return octal(scalar) }
      return scalar == "'" || scalar == "\\" ? "\\\(scalar)" : "\(scalar)"
    }
    return "$'" + letters.joined() + "'"
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII
      && (character.isLetter || character.isNumber || "-+_./:=,%".contains(character))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0x7F
  }

  private static func octal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 8)
    return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
