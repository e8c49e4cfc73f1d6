extension Specification {
  /// Parses `text` where one thing of a kind is expected.
  ///
  /// - Parameters:
  ///   - kind: what is expected, in messages: "optimizer".
  ///   - isKnown: whether there is such a thing. Names that there are, separated by commas, are
  ///     told to be too many; what else does not parse is told what is wrong with it.
  ///
  /// - Throws: where the text does not parse, or is a list of several known things.
  public init(
    one kind: String, parsing text: String, isKnown: (Specification) -> Bool
  ) throws(SpecificationError) {
    do {
      try self.init(parsing: text)
    } catch {
      try Self.requireOne(kind, in: text, isKnown: isKnown)
      throw error
    }
  }

  /// Throws where `text` is a list of several things of a kind, all of which are known.
  ///
  /// - Throws: the error that says how many there are.
  public static func requireOne(
    _ kind: String, in text: String, isKnown: (Specification) -> Bool
  ) throws(SpecificationError) {
    guard let list = try? list(parsing: text), list.count > 1, list.allSatisfy(isKnown) else {
      return
    }
    throw SpecificationError(
      "'\(text)' is a list of \(list.count) \(kind)s; expected one, as \(list[0]) "
        + "(a race takes several)")
  }
}
