import Output
import Rendering

/// Slides of figures and claims, for LaTeX's beamer; figures are the PDF files beside it.
struct LectureSlides {
  let records: [ChapterRecord]

  init(_ records: [ChapterRecord]) {
    self.records = records
  }

  var text: String {
    PageTemplate(PackageResources.slides_tex).filled(with: [
      "title": TeXText.escaped(LectureWords.title), "characters": TeXText.declarations,
      "frames": records.map(Self.chapter).joined(),
    ])
  }

  private static func chapter(_ record: ChapterRecord) -> String {
    "\\section{\(TeXText.escaped(record.title))}\n"
      + record.parts.map { part($0, of: record) }.joined()
  }

  private static func part(_ part: ChapterRecord.Part, of record: ChapterRecord) -> String {
    let figures = part.figures.map { figure in
      frame(
        part.heading,
        "\\centering\\includegraphics[width=\\textwidth,height=.85\\textheight,keepaspectratio]"
          + "{\(record.name)/\(figure.name).pdf}")
    }
    let films = part.films.map { film in
      frame(
        part.heading,
        "\\centering\\includegraphics[width=\\textwidth,height=.85\\textheight,keepaspectratio]"
          + "{\(record.folder(of: film))/poster.png}")
    }
    return (figures + films + part.claims.map { frame(part.heading, claim($0)) }).joined()
  }

  private static func frame(_ title: String, _ body: String) -> String {
    "\\begin{frame}{\(TeXText.escaped(title))}\n\(body)\n\\end{frame}\n"
  }

  private static func claim(_ claim: Claim) -> String {
    let rows = LectureWords.rows(of: claim).filter { $0.name != "why" }.map {
      "\\item[\($0.name)] \(TeXText.escaped($0.text))\n"
    }
    return """
      \\large{}\(TeXText.escaped(claim.sentence))\\par\\medskip
      \\textbf{\(TeXText.escaped(claim.verdict.rawValue))}\\par\\medskip
      \\normalsize{}\\begin{description}
      \(rows.joined())\\end{description}
      """
  }
}
