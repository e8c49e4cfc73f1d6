import Output
import Rendering
import Specifications

/// What a race may be written as, beside poster.png and trajectories.json.
///
/// A new format is a file of this folder and a line of `all`.
public struct RaceFormat: NamedChoice, Hashable {
  public let name: String
  /// Settings that it makes use of, beside those of all pictures: "fps", "still".
  let uses: Set<String>
  /// Whether it is about the numbered sequence of frames, which is then written too.
  let needsFrames: Bool
  /// The most frames a second that its players show.
  let fastest: Int
  /// Writes its files into the folder; returns what they are, in words.
  let write: @Sendable (RaceWriter) async throws -> [String]

  init(
    _ name: String, uses: Set<String> = [], needsFrames: Bool = false, fastest: Int = .max,
    write: @escaping @Sendable (RaceWriter) async throws -> [String]
  ) {
    (self.name, self.uses, self.needsFrames) = (name, uses, needsFrames)
    (self.fastest, self.write) = (fastest, write)
  }

  public static let all = [png, gif, apng, html, svg, pdf, sheet, mp4, webm, tex]

  public static func == (a: Self, b: Self) -> Bool { a.name == b.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// How a race is written.
public struct RaceOutput: Sendable {
  /// Frames a second.
  public static let usualRate = 25

  public var formats: [RaceFormat]
  public var framesPerSecond = usualRate
  /// The frame that svg and pdf show; the last one unless given.
  public var still: Int?
  /// The width of svg and pdf on paper.
  public var millimetres: Double?
  /// How many frames are drawn at once.
  public var workers: Int
  public var encoder = FilmEncoder.tiles

  public init(_ formats: [RaceFormat] = [.png], workers: Int = 1) {
    (self.formats, self.workers) = (formats, workers)
  }
}
