import Foundation
import Rendering
import Scenes
import Specifications

/// What a race may be written as, beside poster.png and trajectories.json.
public struct RaceFormat: NamedChoice, Hashable {
  /// What people call it: "gif".
  public let name: String
  /// A few words on what it is, for help texts.
  public let summary: String
  /// Settings that it makes use of, beside those of all pictures: "fps", "still".
  public let uses: Set<String>
  /// Whether it is about the numbered sequence of frames, which is then written too.
  let needsFrames: @Sendable () -> Bool
  /// Made in one pass with others of its kind.
  let animation: AnimationFormat?
  /// The most frames a second that its players show.
  let fastest: Int
  /// Writes its files into the folder; returns what they are, in words.
  let write: @Sendable (RaceWriter) async throws -> [String]

  init(
    _ name: String, _ summary: String, uses: Set<String> = [], fastest: Int = .max,
    animation: AnimationFormat? = nil,
    needsFrames: @escaping @Sendable () -> Bool = { false },
    write: @escaping @Sendable (RaceWriter) async throws -> [String]
  ) {
    (self.name, self.summary, self.uses) = (name, summary, uses)
    (self.needsFrames, self.fastest, self.animation) = (needsFrames, fastest, animation)
    self.write = write
  }

  /// - Parameters:
  ///   - summary: a few words on what it is: "a table of where each run ended".
  ///   - uses: settings that it makes use of, beside those of all pictures, among "fps",
  ///     "frames", "duration", "still", "width", "encoder": a request that gives one which no
  ///     format uses is refused.
  ///   - fastest: the most frames a second that its players show.
  ///   - write: writes its files into the folder; returns what they are, in words, as
  ///     `RaceWriter.file` does.
  public init(
    _ name: String, _ summary: String, uses: Set<String> = [], fastest: Int = .max,
    write: @escaping @Sendable (RaceWriter) async throws -> [String]
  ) {
    self.init(name, summary, uses: uses, fastest: fastest, animation: nil, write: write)
  }

  /// Those that are known here.
  public static var all: [RaceFormat] { FormatCatalogue.current.entries }

  public static func == (a: Self, b: Self) -> Bool { a.name == b.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// How a race is written.
public struct RaceOutput: Sendable {
  /// Frames a second.
  public static let usualRate = 25

  /// What is written beside poster.png and trajectories.json, in any order.
  public var formats: [RaceFormat]
  /// From 1 to 240, and no more than any of the formats shows.
  public var framesPerSecond = usualRate
  /// What svg and pdf show; the end unless given.
  public var still: StillMoment?
  /// The width of svg and pdf on paper; a pixel is 1/96 inch unless given.
  public var millimetres: Double?
  /// How many frames are drawn at once; as many as there are cores unless given.
  public var workers: Int
  /// How the PNG files of frames are made.
  public var encoder = FilmEncoder.tiles

  /// - Parameter workers: 1 or more; as many as there are cores unless given.
  public init(_ formats: [RaceFormat] = [.png], workers: Int? = nil) {
    self.formats = formats
    self.workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// The formats with those that they need, in the order of the catalogue.
  var allFormats: [RaceFormat] {
    let frames = formats.contains { $0.needsFrames() } ? [RaceFormat.png] : []
    return FormatCatalogue.current.ordered(Set(formats + frames))
  }
}
