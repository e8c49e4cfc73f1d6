import Output

/// A chapter of the lecture: it measures what it claims and composes its pictures of the same runs.
public protocol Chapter: Sendable {
  /// What lists and pages tell of it.
  static var card: ChapterCard { get }

  /// Measures all that the chapter tells.
  ///
  /// - Throws: `SpecificationError` where something cannot be run.
  init(_ setting: ChapterSetting) async throws

  /// In the order in which they are read.
  var parts: [ChapterPart] { get }
}

extension Chapter {
  /// Of all parts.
  public var claims: [Claim] { parts.flatMap(\.claims) }
}

/// What lists and pages tell of a chapter.
public struct ChapterCard: Sendable {
  /// On the command line, and of its folder: "momentum".
  public let name: String
  /// "Momentum".
  public let title: String
  /// What it shows, in one sentence.
  public let summary: String

  /// - Parameter summary: a sentence.
  public init(name: String, title: String, summary: String) {
    (self.name, self.title, self.summary) = (name, title, summary)
  }
}

/// What chance and machine a chapter has.
public struct ChapterSetting: Sendable {
  /// Of all that is random; runs count on from it.
  public var seed: UInt64
  /// How many threads measure; results do not depend on it.
  public var workers: Int
  /// Told of progress.
  public var reporter: any Reporter

  /// - Parameters:
  ///   - seed: 0 is that of the pictures that `descent lecture` makes.
  ///   - workers: 1 or more.
  public init(
    seed: UInt64 = 0, workers: Int = 1, reporter: any Reporter = SilentReporter()
  ) {
    (self.seed, self.workers, self.reporter) = (seed, workers, reporter)
  }
}

/// A part of a chapter: words, what is seen, what is claimed.
public struct ChapterPart: Sendable {
  /// A few words.
  public let heading: String
  /// Paragraphs of plain text, with formulas in the lecture's notation.
  public let text: [String]
  /// What is seen, before the films.
  public let figures: [LectureFigure]
  /// What is seen to move.
  public let films: [LectureFilm]
  /// What is claimed and was measured.
  public let claims: [Claim]

  /// - Parameter text: paragraphs.
  public init(
    _ heading: String, text: [String], figures: [LectureFigure] = [], films: [LectureFilm] = [],
    claims: [Claim] = []
  ) {
    (self.heading, self.text) = (heading, text)
    (self.figures, self.films, self.claims) = (figures, films, claims)
  }
}
