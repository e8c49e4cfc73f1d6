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

    \(LectureWords.count(of: records))

    \(records.map(chapter).joined(separator: "\n"))
    """
  }

  private func chapter(_ record: ChapterRecord) -> String {
    let claims = record.claims.map { claim in
      let rows = LectureWords.rows(of: claim).map { "  - \($0.name): \($0.text)\n" }
      return "- **\(claim.verdict.rawValue)**: \(claim.sentence)\n" + rows.joined()
    }
    let summary = LectureWords.summary(of: record, among: records)
    return "## \(record.title)\n\n\(summary)\n\n" + claims.joined()
  }
}
