/// The names that a mistyped one may have meant.
public enum Suggestion {
  /// At most three known names within a third of the typed name's length (at least two edits),
  /// nearest first, or those that begin with what was typed, or a word of which does: `wolf` may be
  /// `strong-wolfe`. A name that differs in case only is the one that was meant.
  ///
  /// - Complexity: O(`known.count` · ℓ²) for names of length ℓ.
  public static func nearest(to name: String, among known: [String]) -> [String] {
    let typed = Array(name.lowercased().prefix(64))
    let limit = max(2, typed.count / 3)
    let ranked =
      known
      .map { (name: $0, distance: distance(typed, Array($0.lowercased()))) }
      // A name of as few letters as there are edits would be near to anything.
      .filter { $0.distance <= limit && $0.distance < max($0.name.count, typed.count) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    if let first = ranked.first {
      return first.distance == 0 ? [first.name] : ranked.prefix(3).map(\.name)
    }
    guard typed.count >= 2 else { return [] }
    let start = name.lowercased()
    let beginning = known.filter { $0.hasPrefix(start) }
    let within = known.filter { $0.split(separator: "-").contains { $0.hasPrefix(start) } }
    return Array((beginning.isEmpty ? within : beginning).prefix(3))
  }

  /// What was expected in the place of a name: the nearest ones, or all where none is near.
  public static func expected(_ name: String, among known: [String]) -> String {
    let near = nearest(to: name, among: known)
    return near.isEmpty
      ? "one of: " + known.joined(separator: ", ") : near.joined(separator: " or ")
  }

  /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of
  /// neighbours, each counted once.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        row[j] = min(substitution, last[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
