import Rendering
import Specifications

/// What a race may be written as, beside poster.png and trajectories.json.
public enum RaceFormat: String, Choice, CaseIterable {
  /// A numbered sequence of frames.
  case png
  case gif, apng
  /// One offline page that plays the race.
  case html
  /// A still as vectors.
  case svg, pdf
  /// Frames in small, on one page.
  case sheet
  /// Films, made by ffmpeg.
  case mp4, webm
  /// The sequence in a LaTeX presentation.
  case tex

  var animation: AnimationFormat? {
    switch self {
    case .gif: .gif
    case .apng: .apng
    default: nil
    }
  }

  public var video: VideoFormat? { VideoFormat(rawValue: rawValue) }
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
