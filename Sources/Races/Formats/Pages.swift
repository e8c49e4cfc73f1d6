import Rendering

extension RaceFormat {
  /// One offline page a function, which plays the race.
  public static let html = RaceFormat("html", "a page that plays the race") { race in
    try zip(pageNames(of: race.recordings.map(\.name)), race.recordings)
      .flatMap { name, recording in
        try race.file(Array(try race.page(recording).html().utf8), named: name)
      }
  }

  /// Names of the pages of races on functions: one that comes twice has numbers, and all have
  /// numbers in front where that makes a name another has.
  static func pageNames(of functions: [String]) -> [String] {
    if functions.count == 1 { return ["race.html"] }
    let names = functions.enumerated().map { i, name in
      functions.count { $0 == name } == 1 ? name : "\(name)-\(i + 1)"
    }
    guard Set(names).count < names.count else { return names.map { "race-\($0).html" } }
    return functions.enumerated().map { i, name in "race-\(i + 1)-\(name).html" }
  }
}
