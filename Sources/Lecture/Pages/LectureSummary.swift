/// All claims with their verdicts, as Markdown.
struct LectureSummary {
  let records: [ChapterRecord]

  init(_ records: [ChapterRecord]) {
    self.records = records
  }

  var text: String {
    """
    # \(LectureWords.title)

    \(LectureWords.lead)

    \(LectureWords.count(of: records.flatMap(\.claims)))

    \(records.map(Self.chapter).joined(separator: "\n"))
    """
  }

  private static func chapter(_ record: ChapterRecord) -> String {
    let claims = record.claims.map { claim in
      let rows = LectureWords.rows(of: claim).map { "  - \($0.name): \($0.text)\n" }
      return "- **\(claim.verdict.rawValue)**: \(claim.sentence)\n" + rows.joined()
    }
    return "## \(record.title)\n\n\(record.summary)\n\n" + claims.joined()
  }
}
