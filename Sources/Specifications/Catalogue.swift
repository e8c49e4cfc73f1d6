/// What specifications may name: the types of one kind, by their names.
///
/// A program adds its own with `adding`; the catalogues of Descent take what they know from a
/// task-local value, so that whatever is made of names knows them too.
public struct Catalogue<Entry: Sendable>: Sendable {
  /// An entry under another name, with the settings that the name stands for.
  public struct Alias: Sendable {
    /// What the name stands for.
    public let entry: Entry
    /// What the name sets beside the defaults.
    public let settings: [Specification.Entry]
  }

  /// What an entry is called: its name, and the settings that each of its other names stands for.
  public typealias Description = (name: String, aliases: [String: [Specification.Entry]])

  /// What its entries are, in messages: "optimizer".
  public let kind: String
  /// In the order in which they were given, each name once.
  public let entries: [Entry]
  /// The names of `entries`, in the same order.
  public let names: [String]
  /// By the alias; none is a name of an entry.
  public let aliases: [String: Alias]
  private let index: [String: Entry]
  private let describe: @Sendable (Entry) -> Description

  /// - Parameter entries: where two have one name, the later one counts. A name counts before an
  ///   alias.
  public init(
    _ kind: String, _ entries: [Entry], describe: @escaping @Sendable (Entry) -> Description
  ) {
    let descriptions = entries.map(describe)
    let last = Dictionary(descriptions.indices.map { (descriptions[$0].name, $0) }) { $1 }
    let kept = descriptions.indices.filter { last[descriptions[$0].name] == $0 }
    self.kind = kind
    self.describe = describe
    self.entries = kept.map { entries[$0] }
    names = kept.map { descriptions[$0].name }
    index = last.mapValues { entries[$0] }
    aliases = Dictionary(
      kept.flatMap { i in
        descriptions[i].aliases.filter { last[$0.key] == nil }
          .map { ($0, Alias(entry: entries[i], settings: $1)) }
      }
    ) { $1 }
  }

  /// This with more entries, which take the place of those of their names.
  public func adding(_ more: [Entry]) -> Self {
    Self(kind, entries + more, describe: describe)
  }

  /// The entries that this has beside those of another.
  public func entries(beyond other: Self) -> [Entry] {
    zip(names, entries).filter { other.index[$0.0] == nil }.map(\.1)
  }

  /// Some entries in the order in which they are here; after them those that this does not know, by
  /// name.
  public func ordered(_ some: some Collection<Entry>) -> [Entry] {
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    return some.map { (entry: $0, name: describe($0).name) }
      .sorted { (places[$0.name] ?? .max, $0.name) < (places[$1.name] ?? .max, $1.name) }
      .map(\.entry)
  }

  /// The entry of a name; nil for another name, as an alias.
  public subscript(name: String) -> Entry? { index[name] }

  /// Names, then aliases.
  public var allNames: [String] { names + aliases.keys.sorted() }

  /// That there is no such entry, with the nearest names.
  public func unknown(_ name: String) -> SpecificationError {
    .unknown(kind, name, among: allNames)
  }
}
