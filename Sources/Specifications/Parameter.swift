/// One parameter of a `Specified` value: its name in specifications, what it means, and how it is
/// read from and written into a `Root`.
public struct Parameter<Root>: Sendable {
  /// The key in a specification, lower case with hyphens.
  public let name: String
  /// Other keys for it, which specifications may use and none prints.
  public private(set) var aliases: [String] = []
  /// The symbol of the literature, as `β₁`.
  public let symbol: String
  /// The values that are accepted, as text: `[0, 1)`, `true or false`; of names, those that are
  /// known where it is asked for.
  public var range: String { describeRange() }
  /// One line that says what the parameter does.
  public let summary: String
  /// The values, where they are a closed set; empty otherwise.
  public private(set) var choices: [String] = []
  /// The values among which a search for good ones looks.
  public private(set) var search = ParameterSearch.usual
  /// Whether all positional arguments are elements of its list, which slashes separate.
  let takesPositional: Bool
  private let describeRange: @Sendable () -> String
  let text: @Sendable (Root) -> String
  /// Nil where the text is accepted; else what was expected.
  let assign: @Sendable (inout Root, String) -> String?
  /// Nil where the value that a root has is accepted; else what was expected.
  let check: @Sendable (Root) -> String?

  /// A parameter with conversions of its own. `assign` returns nil where it accepts the text, and
  /// otherwise what it expected, as a noun phrase. `check` judges the value of a root alike;
  /// without it, a value is accepted where its text is.
  public init(
    _ name: String, symbol: String, range: @autoclosure @escaping @Sendable () -> String,
    _ summary: String,
    takesPositional: Bool = false, text: @escaping @Sendable (Root) -> String,
    assign: @escaping @Sendable (inout Root, String) -> String?,
    check: (@Sendable (Root) -> String?)? = nil
  ) {
    self.name = name
    self.symbol = symbol
    describeRange = range
    self.summary = summary
    self.takesPositional = takesPositional
    self.text = text
    self.assign = assign
    self.check =
      check ?? { root in
        var copy = root
        return assign(&copy, text(root))
      }
  }

  /// The same parameter, for which specifications may use these keys as well.
  public func aliased(_ names: String...) -> Self {
    var copy = self
    copy.aliases += names
    return copy
  }

  /// The same parameter, for which searches look in a range of its own.
  public func searched(_ range: SearchRange) -> Self {
    var copy = self
    copy.search = .range(range)
    return copy
  }

  /// The same parameter, for which no search looks unless it is told to.
  public var unsearched: Self {
    var copy = self
    copy.search = .never
    return copy
  }

  /// The same parameter, which has these values and no others.
  private func chosen(among choices: [String]) -> Self {
    var copy = self
    copy.choices = choices
    return copy
  }

  /// Whether a key stands for it.
  func isCalled(_ key: String) -> Bool { name == key || aliases.contains(key) }
}

extension Parameter {
  /// A real number in `range`.
  public static func number(
    _ name: String, _ path: WritableKeyPath<Root, Double> & Sendable, symbol: String = "",
    in range: Interval, _ summary: String
  ) -> Self {
    Self(
      name, symbol: symbol, range: range.description, summary,
      text: { NumberText.short($0[keyPath: path]) },
      assign: { root, text in
        guard let value = NumberText.parse(text), range.contains(value) else {
          return "a number in \(range)"
        }
        root[keyPath: path] = value
        return nil
      })
  }

  /// A whole number in `range`.
  public static func integer(
    _ name: String, _ path: WritableKeyPath<Root, Int> & Sendable, symbol: String = "",
    in range: ClosedRange<Int>, _ summary: String
  ) -> Self {
    let bounds =
      range.upperBound == .max
      ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
    return Self(
      name, symbol: symbol, range: "whole, " + bounds, summary,
      text: { String($0[keyPath: path]) },
      assign: { root, text in
        guard let value = Int(text), range.contains(value) else {
          return "a whole number, \(bounds)"
        }
        root[keyPath: path] = value
        return nil
      })
  }

  /// `true` or `false`.
  public static func flag(
    _ name: String, _ path: WritableKeyPath<Root, Bool> & Sendable, _ summary: String
  ) -> Self {
    Self(
      name, symbol: "", range: "true or false", summary,
      text: { String($0[keyPath: path]) },
      assign: { root, text in
        guard let value = Bool(text) else { return "true or false" }
        root[keyPath: path] = value
        return nil
      }
    ).chosen(among: ["true", "false"])
  }

  /// One of the cases of a string enumeration.
  public static func choice<Choice>(
    _ name: String, _ path: WritableKeyPath<Root, Choice> & Sendable, _ summary: String
  ) -> Self where Choice: CaseIterable & RawRepresentable<String> & Sendable {
    let names = Choice.allCases.map(\.rawValue)
    let range = names.joined(separator: ", ")
    return Self(
      name, symbol: "", range: range, summary,
      text: { $0[keyPath: path].rawValue },
      assign: { root, text in
        guard let value = Choice(rawValue: text) else {
          return Suggestion.expected(text, among: names)
        }
        root[keyPath: path] = value
        return nil
      }
    ).chosen(among: names)
  }

  /// A list of numbers in `range`, separated by slashes: `0.1/0.01/0.001`.
  public static func numbers(
    _ name: String, _ path: WritableKeyPath<Root, [Double]> & Sendable, symbol: String = "",
    in range: Interval, _ summary: String
  ) -> Self {
    Self(
      name, symbol: symbol, range: "each in \(range), separated by /", summary,
      text: { $0[keyPath: path].map(NumberText.short).joined(separator: "/") },
      assign: { root, text in
        guard let values = NumberText.parseList(text, separator: "/"),
          values.allSatisfy(range.contains)
        else { return "numbers in \(range), separated by /" }
        root[keyPath: path] = values
        return nil
      })
  }

  /// A list of whole numbers in `range`, separated by slashes: `10/30`.
  public static func integers(
    _ name: String, _ path: WritableKeyPath<Root, [Int]> & Sendable, symbol: String = "",
    in range: ClosedRange<Int>, _ summary: String
  ) -> Self {
    let bounds =
      range.upperBound == .max
      ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
    return Self(
      name, symbol: symbol, range: "whole, each \(bounds), separated by /", summary,
      text: { $0[keyPath: path].map { String($0) }.joined(separator: "/") },
      assign: { root, text in
        let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
        let values = pieces.compactMap { Int($0) }
        guard values.count == pieces.count, values.allSatisfy(range.contains) else {
          return "whole numbers, \(bounds), separated by /"
        }
        root[keyPath: path] = values
        return nil
      })
  }
}
