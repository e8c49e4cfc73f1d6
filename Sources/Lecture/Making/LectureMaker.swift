import Foundation
import JSON
import Output
import Races
import Rendering
import Scenes
import Specifications

/// Makes chapters of the lecture into a folder: a folder for each chapter and film, and pages that
/// lead through them.
///
/// A chapter that is there already, made in the same way, is kept: what was interrupted goes on
/// where it stopped.
public struct LectureMaker: Sendable {
  /// What is asked of all films; theme and size hold for figures too.
  let drawing: DrawingRequest
  /// Of all that is random.
  let seed: UInt64
  /// Of the program: chapters that another one made are made anew.
  let version: String
  let reporter: any Reporter

  /// - Parameter version: that of the program, "0.1.0".
  public init(
    drawing: DrawingRequest = DrawingRequest(), seed: UInt64 = 0, version: String,
    reporter: any Reporter = SilentReporter()
  ) {
    (self.drawing, self.seed) = (drawing, seed)
    (self.version, self.reporter) = (version, reporter)
  }

  /// Makes chapters, and index.html, summary.md and slides.tex of all that stand in the folder.
  ///
  /// - Parameter names: all chapters where empty.
  /// - Returns: what the chapters say, in the order of the lecture.
  /// - Throws: `SpecificationError` where a chapter is unknown, `SettingError` where the drawing
  ///   does not fit, `OutputError` where files cannot be written.
  @discardableResult
  public func make(_ names: [String] = [], into path: String) async throws -> [ChapterRecord] {
    let catalogue = ChapterCatalogue.current
    let chapters = try catalogue.ordered(
      names.isEmpty
        ? catalogue.entries
        : names.map { name in
          guard let chapter = catalogue[name] else {
            throw SpecificationError.unknown("chapter", name, among: catalogue.names)
          }
          return chapter
        })
    try requireUse()
    defer { reporter.finish(Self.work) }
    var records: [ChapterRecord] = []
    for (i, chapter) in chapters.enumerated() {
      reporter.progress(of: Self.work, i, of: chapters.count)
      records.append(try await make(chapter, into: path))
    }
    try await writePages(into: path)
    return records
  }

  private static let work = "lecture"

  /// What stands in the folder, in the order of the lecture.
  func standing(in path: String) -> [ChapterRecord] {
    ChapterCatalogue.current.names.compactMap { record(of: $0, in: path) }
  }

  private func make(
    _ chapter: any Chapter.Type, into path: String
  ) async throws -> ChapterRecord {
    let name = chapter.card.name
    let folder = "\(path)/\(name)"
    if let earlier = record(of: name, in: path),
      OutputFolder.subject(of: folder) == subject(of: chapter.card), isWhole(earlier, in: path)
    {
      return earlier
    }
    let setting = ChapterSetting(
      seed: seed, workers: try drawing.output().workers, reporter: reporter)
    let parts = try await chapter.init(setting).parts
    let record = ChapterRecord(chapter.card, seed: seed, parts)
    // What another setting has made is withdrawn first: films of one and a record of the other would
    // be taken for a whole chapter.
    try await OutputFolder.fill(folder, with: subject(of: chapter.card), reporter: reporter) { _ in
    }
    for film in parts.flatMap(\.films) {
      try await RaceDrawing(film.recordings, request(for: film)).write(
        into: "\(path)/\(name)-\(film.name)", reporter: reporter)
    }
    try await OutputFolder.fill(
      folder, with: subject(of: chapter.card), reporter: reporter
    ) { folder in
      for figure in parts.flatMap(\.figures) { try write(figure, to: folder) }
      try folder.write(Array(record.json.description.utf8), named: ChapterRecord.fileName)
    }
    return record
  }

  /// All that the chapter depends on, in words.
  private func subject(of card: ChapterCard) -> String {
    let asked = DrawingSettings.all.filter { $0.name != DrawingSettings.jobs.name }
      .compactMap { setting in
        setting.spelling(in: drawing).map { "\(setting.name) \($0)" }
      }
    return
      (["the chapter \(card.name) of the lecture", "seed \(seed)"] + asked + ["Descent \(version)"])
      .joined(separator: ", ")
  }

  private func record(of name: String, in path: String) -> ChapterRecord? {
    let file = URL(fileURLWithPath: "\(path)/\(name)/\(ChapterRecord.fileName)")
    guard let data = try? Data(contentsOf: file), let json = try? JSON(parsing: Array(data)) else {
      return nil
    }
    return try? ChapterRecord(reading: JSONReader(json))
  }

  /// Whether the pictures and films of a chapter are there too.
  private func isWhole(_ record: ChapterRecord, in path: String) -> Bool {
    let films = record.parts.flatMap(\.films).map { "\(record.folder(of: $0))/race.html" }
    let figures = record.parts.flatMap(\.figures).flatMap { figure in
      ["png", "pdf"].map { "\(record.name)/\(figure.name).\($0)" }
    }
    return (films + figures).allSatisfy {
      FileManager.default.fileExists(atPath: "\(path)/\($0)")
    }
  }

  /// Throws where something is asked for that no film makes use of, or cannot be drawn: that shows
  /// before anything is measured.
  private func requireUse() throws(SettingError) {
    var request = drawing
    request.formats = (drawing.formats ?? [.png]) + [.html]
    _ = try request.style()
    try request.requireUse()
  }

  // MARK: Pictures

  private func request(for film: LectureFilm) -> DrawingRequest {
    var request = film.drawing.replaced(by: drawing)
    let formats = request.formats ?? []
    request.formats = formats.contains(.html) ? formats : formats + [.html]
    return request
  }

  private func write(_ figure: LectureFigure, to folder: OutputFolder) throws {
    var look = FigureLook()
    if let theme = drawing.theme { look.colors = theme }
    if let size = drawing.size { look.size = size }
    let picture = try figure.draw(look)
    let writer = PictureWriter()
    try folder.write(try writer.png(picture), named: figure.name + ".png")
    try folder.write(try writer.pdf(picture), named: figure.name + ".pdf")
  }

  // MARK: Pages

  private func writePages(into path: String) async throws {
    let records = standing(in: path)
    try await OutputFolder.fill(path, with: "the lecture", reporter: reporter) { folder in
      let pages = [
        ("index.html", LecturePage(records).html), ("summary.md", LectureSummary(records).text),
        ("slides.tex", LectureSlides(records).text),
      ]
      for (name, text) in pages { try folder.write(Array(text.utf8), named: name) }
    }
  }
}
