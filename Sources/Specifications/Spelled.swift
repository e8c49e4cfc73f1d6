/// A value that people write as a short text, in an option, a file, an address: reading what
/// `spelling` writes gives the value back.
public protocol Spelled: Sendable {
  /// - Throws: what is wrong with the text, or was expected, without repeating it: it stands
  ///   beside.
  init(spelling text: String) throws(SpecificationError)

  /// The text from which `init(spelling:)` makes an equal value.
  var spelling: String { get }
}

/// A value of a closed set; a name that is none is told the nearest.
public protocol Choice: Spelled {
  /// The names, or those of them that stand for the others.
  static var choices: [String] { get }
  /// Whether there are no others: a name may take settings, as a clock's weights.
  static var hasNoOthers: Bool { get }
}

extension Choice {
  /// There may be others.
  public static var hasNoOthers: Bool { false }
}

extension Choice where Self: CaseIterable & RawRepresentable, RawValue == String {
  public static var choices: [String] { allCases.map(\.rawValue) }

  public static var hasNoOthers: Bool { true }

  public var spelling: String { rawValue }

  /// - Throws: the nearest names; all or some of them where none is near.
  public init(spelling name: String) throws(SpecificationError) {
    guard let value = Self(rawValue: name) else { throw .hint(for: name, among: Self.choices) }
    self = value
  }
}

/// A choice among all values there are, by their names.
public protocol NamedChoice: Choice {
  /// In the order of lists and help texts, each name once.
  static var all: [Self] { get }
  /// As texts write it.
  var name: String { get }
}

extension NamedChoice {
  public static var choices: [String] { all.map(\.name) }

  public static var hasNoOthers: Bool { true }

  public var spelling: String { name }

  /// - Throws: the nearest names; all or some of them where none is near.
  public init(spelling name: String) throws(SpecificationError) {
    guard let value = Self.all.first(where: { $0.name == name }) else {
      throw .hint(for: name, among: Self.choices)
    }
    self = value
  }
}

/// Choices with commas between them, each once, in the order of their first.
extension Array: Spelled where Element: Choice {
  /// - Throws: the first name that is unknown, and what was expected.
  public init(spelling text: String) throws(SpecificationError) {
    self = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(name.trimmingSpaces())
      let element: Element
      do {
        element = try Element(spelling: name)
      } catch {
        throw SpecificationError("'\(name)' is unknown; \(error)")
      }
      if !contains(where: { $0.spelling == element.spelling }) { append(element) }
    }
  }

  public var spelling: String { map(\.spelling).joined(separator: ",") }
}

/// Words as they are.
extension String: Spelled {
  /// The text itself; never throws.
  public init(spelling text: String) { self = text }

  public var spelling: String { self }
}
