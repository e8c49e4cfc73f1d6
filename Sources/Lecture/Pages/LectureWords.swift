/// Words that page, summary and slides share.
enum LectureWords {
  static let title = "Optimization for deep models"
  static let lead =
    "The lecture on optimizers, adaptive learning rates and second-order methods, claim by claim: "
    + "what it says, what theory expects, what was measured, and whether it holds."

  /// The counts of all claims, and the seed where all chapters have one.
  static func count(of records: [ChapterRecord]) -> String {
    let counts = count(of: records.flatMap(\.claims))
    guard let seed = seed(of: records) else { return counts }
    return counts + " Seed \(seed)."
  }

  /// A chapter in a sentence, with its seed where the chapters beside it have another.
  static func summary(of record: ChapterRecord, among records: [ChapterRecord]) -> String {
    seed(of: records) == nil ? "\(record.summary) Seed \(record.seed)." : record.summary
  }

  private static func seed(of records: [ChapterRecord]) -> UInt64? {
    let seeds = Set(records.map(\.seed))
    return seeds.count == 1 ? seeds.first : nil
  }

  /// "12 claims: 9 hold, 2 hold with a condition, 1 fails."
  static func count(of claims: [Claim]) -> String {
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = claims.count { $0.verdict == verdict }
      guard count > 0 else { return nil }
      // "holds" for one, "hold" for more.
      let words = verdict.rawValue.split(separator: " ")
      let verb = count == 1 ? String(words[0]) : String(words[0].dropLast())
      return (["\(count)", verb] + words.dropFirst().map(String.init)).joined(separator: " ")
    }
    let noun = claims.count == 1 ? "claim" : "claims"
    return "\(claims.count) \(noun): " + counts.joined(separator: ", ") + "."
  }

  /// What is told of a claim below its sentence.
  static func rows(of claim: Claim) -> [(name: String, text: String)] {
    let more = [
      claim.condition.map { ("condition", "holds \($0)") },
      claim.correction.map { ("instead", $0) },
    ]
    return [
      ("quantity", claim.quantity), ("expected", claim.theory.text),
      ("measured", claim.measured.text), ("why", claim.theory.reason),
    ] + more.compactMap { $0 }
  }
}
