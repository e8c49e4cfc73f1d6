/// A value that a catalogue names, with what lists and tables say of it: a schedule, a line search.
public protocol Described: Specified {
  /// What people call it, for headings and tables.
  static var title: String { get }
  /// The rule in one line of plain text.
  static var formula: String { get }
  /// Where it was published, or who uses it, in one line of plain text.
  static var reference: String { get }
}
