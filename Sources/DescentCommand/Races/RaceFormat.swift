import Rendering
import Specifications

/// What a race may be written as, beside poster.png and trajectories.json.
enum RaceFormat: String, CaseIterable {
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

  /// A list with commas, as in png,gif.
  static func list(_ text: String) throws(SpecificationError) -> [RaceFormat] {
    var formats: [RaceFormat] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = RaceFormat(rawValue: String(name)) else {
        throw .unknown("format", String(name), among: allCases.map(\.rawValue))
      }
      if !formats.contains(format) { formats.append(format) }
    }
    return formats
  }

  var animation: AnimationFormat? {
    switch self {
    case .gif: .gif
    case .apng: .apng
    default: nil
    }
  }

  var video: VideoFormat? { VideoFormat(rawValue: rawValue) }
}

/// How a race is written.
struct RaceOutput: Sendable {
  /// Frames a second.
  static let usualRate = 25

  var formats: [RaceFormat] = [.png]
  var framesPerSecond = usualRate
  /// The frame that svg and pdf show; the last one unless given.
  var still: Int?
  /// The width of svg and pdf on paper.
  var millimetres: Double?
  var workers: Int
  var encoder = FilmEncoder.tiles
}
