import Races
import Specifications

/// The entrants that a page does not show, though they run: what its address says beside the race.
struct HiddenEntrants {
  /// The key of the query; its value holds the entrants' numbers from 1, as in "2,3".
  static let key = "hidden"

  /// Ascending, each once.
  let numbers: [Int]

  /// Those that a query hides among so many entrants.
  ///
  /// - Throws: `SettingError` where it names what is none.
  init(_ query: String, among count: Int) throws(SettingError) {
    var numbers: Set<Int> = []
    for (key, value) in try RaceQuery.pairs(query) where key == Self.key {
      for text in value.split(separator: ",") {
        guard let number = Int(text), (1...max(count, 1)).contains(number) else {
          throw SettingError(
            Self.key, ": '\(text)' is no entrant; expected numbers from 1 to \(count), as in 1,2")
        }
        numbers.insert(number)
      }
    }
    self.numbers = numbers.sorted()
  }

  /// What a query says of the race itself.
  static func removed(from query: String) -> String {
    query.split(separator: "&").filter { $0.prefix { $0 != "=" } != key }.joined(separator: "&")
  }

  /// A query that hides them too.
  func added(to query: String) -> String {
    let hidden = numbers.map(String.init).joined(separator: ",")
    return hidden.isEmpty ? query : "\(query)&\(Self.key)=\(hidden)"
  }
}
