/// A value that a catalogue names, with what lists and tables say of it: a schedule, a line search.
public protocol Described: Specified {
  static var title: String { get }
  /// The rule in one line of plain text.
  static var formula: String { get }
  static var reference: String { get }
}
