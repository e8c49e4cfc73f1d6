import JSON
import Scenes

/// What a chapter says, as chapter.json keeps it: all that page, summary and slides read.
public struct ChapterRecord: Hashable, Sendable {
  /// On the command line, and of its folder.
  public let name: String
  /// As pages head it.
  public let title: String
  /// In one sentence.
  public let summary: String
  /// Of all that is random in it.
  public let seed: UInt64
  /// In the order in which they are read.
  public let parts: [Part]

  /// A part of a chapter.
  public struct Part: Hashable, Sendable {
    /// A few words.
    public let heading: String
    /// Paragraphs.
    public let text: [String]
    /// Stills, before the films.
    public let figures: [Seen]
    /// Races that play.
    public let films: [Seen]
    /// In the order in which they are told.
    public let claims: [Claim]
  }

  /// A figure or a film.
  public struct Seen: Hashable, Sendable {
    /// Of its files, or after the chapter's of its folder.
    public let name: String
    /// What one sees, in a sentence or two.
    public let caption: String
  }

  /// Of all parts.
  public var claims: [Claim] { parts.flatMap(\.claims) }

  init(_ card: ChapterCard, seed: UInt64, _ parts: [ChapterPart]) {
    self.seed = seed
    (name, title, summary) = (card.name, card.title, card.summary)
    self.parts = parts.map { part in
      Part(
        heading: part.heading, text: part.text,
        figures: part.figures.map { Seen(name: $0.name, caption: $0.caption) },
        films: part.films.map { Seen(name: $0.name, caption: $0.caption) }, claims: part.claims)
    }
  }

  /// The folder of a film, beside that of the chapter.
  func folder(of film: Seen) -> String { "\(name)-\(film.name)" }
}

// MARK: - As a file

extension ChapterRecord {
  /// In the folder of a chapter.
  static let fileName = "chapter.json"
  /// Raised where what the file means changes.
  private static let schema = 2

  var json: JSON {
    .members([
      "schema": .integer(Self.schema), "name": .string(name), "title": .string(title),
      "summary": .string(summary), "seed": .unsigned(seed),
      "parts": .array(parts.map(\.json)),
    ])
  }

  /// Throws where a key is missing, or the file is of another version.
  init(reading json: JSONReader) throws(JSONError) {
    let schema = try json.member("schema")
    guard try schema.integer() == Self.schema else {
      throw schema.error("expected \(Self.schema)")
    }
    name = try json.member("name").string()
    title = try json.member("title").string()
    summary = try json.member("summary").string()
    seed = try json.member("seed").unsigned()
    parts = try json.member("parts").list(Part.init(reading:))
  }
}

extension ChapterRecord.Part {
  fileprivate var json: JSON {
    .members([
      "heading": .string(heading), "text": .strings(text),
      "figures": .array(figures.map(\.json)), "films": .array(films.map(\.json)),
      "claims": .array(claims.map(\.json)),
    ])
  }

  fileprivate init(reading json: JSONReader) throws(JSONError) {
    heading = try json.member("heading").string()
    text = try json.member("text").list { json throws(JSONError) in try json.string() }
    figures = try json.member("figures").list(ChapterRecord.Seen.init(reading:))
    films = try json.member("films").list(ChapterRecord.Seen.init(reading:))
    claims = try json.member("claims").list(Claim.init(reading:))
  }
}

extension ChapterRecord.Seen {
  fileprivate var json: JSON {
    .members(["name": .string(name), "caption": .string(caption)])
  }

  fileprivate init(reading json: JSONReader) throws(JSONError) {
    name = try json.member("name").string()
    caption = try json.member("caption").string()
  }
}

extension JSONReader {
  /// The elements of an array, each read in the same way.
  fileprivate func list<Element>(
    _ read: (JSONReader) throws(JSONError) -> Element
  ) throws(JSONError) -> [Element] {
    var list: [Element] = []
    for element in try elements() { list.append(try read(element)) }
    return list
  }
}
