import Foundation
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
  let needsFrames: @Sendable () -> Bool
  /// Made in one pass with others of its kind.
  let animation: AnimationFormat?
  /// The most frames a second that its players show.
  let fastest: Int
  /// Writes its files into the folder; returns what they are, in words.
  let write: @Sendable (RaceWriter) async throws -> [String]

  init(
    _ name: String, uses: Set<String> = [], fastest: Int = .max,
    animation: AnimationFormat? = nil,
    needsFrames: @escaping @Sendable () -> Bool = { false },
    write: @escaping @Sendable (RaceWriter) async throws -> [String]
  ) {
    (self.name, self.uses, self.needsFrames) = (name, uses, needsFrames)
    (self.fastest, self.animation, self.write) = (fastest, animation, write)
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
  /// How many frames are drawn at once; as many as there are cores unless given.
  public var workers: Int
  public var encoder = FilmEncoder.tiles

  public init(_ formats: [RaceFormat] = [.png], workers: Int? = nil) {
    self.formats = formats
    self.workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// The formats with those that they need, in the order of the catalogue.
  var allFormats: [RaceFormat] {
    let needsFrames = formats.contains { $0.needsFrames() }
    return RaceFormat.all.filter { formats.contains($0) || needsFrames && $0 == .png }
  }
}
