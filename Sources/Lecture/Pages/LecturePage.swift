import Rendering

/// The page that leads through the chapters of a folder, offline, with the films playing in place.
struct LecturePage {
  let records: [ChapterRecord]

  init(_ records: [ChapterRecord]) {
    self.records = records
  }

  /// A whole HTML file; what it shows lies beside it.
  var html: String {
    PageTemplate(PackageResources.lecture_html).filled(with: [
      "title": HTMLText.escaped(LectureWords.title), "lead": HTMLText.escaped(LectureWords.lead),
      "count": HTMLText.escaped(LectureWords.count(of: records)),
      "contents": records.map { "<li><a href=\"#\($0.name)\">\(HTMLText.escaped($0.title))</a>\n" }
        .joined(),
      "chapters": records.map(chapter).joined(),
    ])
  }

  private func chapter(_ record: ChapterRecord) -> String {
    """
    <section id="\(record.name)">
    <h2>\(HTMLText.escaped(record.title))</h2>
    <p class="lead">\(HTMLText.escaped(LectureWords.summary(of: record, among: records)))</p>
    \(record.parts.map { part($0, of: record) }.joined())</section>

    """
  }

  private func part(_ part: ChapterRecord.Part, of record: ChapterRecord) -> String {
    let paragraphs = part.text.map { "<p>\(HTMLText.escaped($0))</p>\n" }
    let figures = part.figures.map { figure in
      Self.figure(
        "<img src=\"\(record.name)/\(figure.name).png\""
          + " alt=\"\(HTMLText.escaped(figure.caption))\">", figure.caption)
    }
    let films = part.films.map { film in
      Self.figure(
        "<iframe src=\"\(record.folder(of: film))/race.html\" loading=\"lazy\""
          + " title=\"\(HTMLText.escaped(film.caption))\"></iframe>", film.caption)
    }
    return "<h3>\(HTMLText.escaped(part.heading))</h3>\n"
      + (paragraphs + figures + films + part.claims.map(Self.claim)).joined()
  }

  private static func figure(_ picture: String, _ caption: String) -> String {
    """
    <figure>
    \(picture)
    <figcaption>\(HTMLText.escaped(caption))</figcaption>
    </figure>

    """
  }

  private static func claim(_ claim: Claim) -> String {
    let rows = LectureWords.rows(of: claim).map {
      "<dt>\($0.name)</dt><dd>\(HTMLText.escaped($0.text))</dd>\n"
    }
    return """
      <div class="claim \(claim.verdict)">
      <p class="said">\(HTMLText.escaped(claim.sentence))</p>
      <p><span class="verdict">\(claim.verdict.rawValue)</span></p>
      <dl>
      \(rows.joined())</dl>
      </div>

      """
  }
}
