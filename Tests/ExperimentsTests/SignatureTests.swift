import Foundation
import Testing

/// The keywords of the libraries, as `Fixtures/libraries/signatures.py` found them: each is said by
/// a row of a table, or stands in another with the reason.
@Suite struct SignatureTests {
  struct Library: Decodable {
    /// The defaults by the keywords of each.
    let optimizers: [String: [String: Hyperparameter]]
    let schedules: [String: [String: Hyperparameter]]
  }

  static let libraries: [String: Library] = {
    let path = GoldenFiles.folder.appending(path: "signatures/signatures.json").path
    guard let data = FileManager.default.contents(atPath: path) else { return [:] }
    return (try? JSONDecoder().decode([String: Library].self, from: data)) ?? [:]
  }()

  @Test func everyLibraryIsThere() {
    #expect(Set(Self.libraries.keys) == ["torch", "keras", "optax", "pytorch_optimizer"])
  }

  @Test func everyKeywordOfAnOptimizerIsReachedOrExplained() {
    expect(Self.libraries.mapValues(\.optimizers), Dialects.unreached) { source in
      let rows = Dialects.all.filter { $0.source == source }
      return rows.isEmpty ? nil : rows.reduce(into: []) { $0.formUnion($1.saidKeywords) }
    }
  }

  @Test func everyKeywordOfAScheduleIsReachedOrExplained() {
    expect(Self.libraries.mapValues(\.schedules), Dialects.unreachedBySchedules) { source in
      let rows = ScheduleDialect.all.filter { $0.source == source }
      return rows.isEmpty ? nil : rows.reduce(into: []) { $0.formUnion($1.placeholders.keys) }
    }
  }

  /// Every optimizer with a row by which it is run is listed, so that its keywords are looked at.
  @Test func everyOptimizerWithARowIsListed() {
    let listed = Self.libraries.flatMap { library, all in
      all.optimizers.keys.map { "\(library)/\($0)" }
    }
    // Made of parts of optax in the reference runs: no signature of its own.
    let composed: Set = [
      "optax/signum", "optax/lookahead_sgd", "optax/lookahead_adam",
      "optax/sophia_exactdiag", "optax/lbfgs_nolinesearch",
    ]
    #expect(Set(Dialects.all.map(\.source)).subtracting(listed) == composed)
  }

  /// Also that no reason is left over: each is of a keyword that is not said.
  private func expect(
    _ signatures: [String: [String: [String: Hyperparameter]]], _ reasons: [String: String],
    said: (String) -> Set<String>?
  ) {
    var used: Set<String> = []
    for (library, all) in signatures {
      for (name, keywords) in all {
        guard let known = said("\(library)/\(name)") else {
          let isFaulty = Dialects.faulty["\(library)/\(name)"] != nil
          #expect(isFaulty, "no row says \(library)/\(name)")
          continue
        }
        for key in Set(keywords.keys).subtracting(known) {
          let reason = ["\(library)/\(name).\(key)", "\(name).\(key)", key].first {
            reasons[$0] != nil
          }
          #expect(reason != nil, "\(library)/\(name): \(key)")
          if let reason { used.insert(reason) }
        }
      }
    }
    #expect(Set(reasons.keys).subtracting(used) == [])
  }
}

extension Dialect {
  /// The library's keywords that this row says or asks for.
  fileprivate var saidKeywords: Set<String> {
    let asked = when.map { String($0.drop { $0 == "!" }.prefix { $0 != "=" }) }
    let braced = ours.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
    return Set(keys.keys).union(asked).union(braced)
  }
}
