import Contours
import Scenes

/// Turns frames into one file.
protocol AnimationEncoder {
  /// Begins a file of at most 255 colours.
  init(size: PixelSize, palette: Palette, framesPerSecond: Int) throws
  /// Adds a frame after those before.
  mutating func add(_ frame: AnimationFrame) throws
  /// The whole file.
  mutating func finish() throws -> [UInt8]
}

/// A file that plays a film.
public enum AnimationFormat: String, Sendable, CaseIterable {
  /// At most 256 colours, which all browsers and programs show.
  case gif
  /// PNG that moves: all colours, in browsers.
  case apng

  fileprivate var type: any AnimationEncoder.Type {
    switch self {
    case .gif: GIFEncoder.self
    case .apng: APNGEncoder.self
    }
  }
}

extension FilmRenderer {
  /// A film as animations that repeat for ever, each format's file whole. The film is drawn once
  /// for all formats; but for the files, the memory in use does not depend on the number of frames.
  ///
  /// The last frame stays for `pause` seconds more. Where the film has more than 255 colours they
  /// are chosen as for palette images, see `FilmColors`; else the animation shows the film's
  /// pixels.
  public func animations(
    of film: some Film, as formats: [AnimationFormat], framesPerSecond: Int, pause: Double = 2,
    progress: Progress = { _, _ in }
  ) throws -> [AnimationFormat: [UInt8]] {
    guard !formats.isEmpty else { return [:] }
    let palette = try FilmSurvey.palette(of: film)
    var encoders = try formats.map {
      try $0.type.init(size: film.size, palette: palette, framesPerSecond: framesPerSecond)
    }
    let rest = Int(clamping: (pause * Double(framesPerSecond)).rounded())
    try Self.visit(film, palette, rest: rest, progress) { frame in
      for place in encoders.indices { try encoders[place].add(frame) }
    }
    var files: [AnimationFormat: [UInt8]] = [:]
    for (place, format) in formats.enumerated() { files[format] = try encoders[place].finish() }
    return files
  }

  /// Hands over the frames that change something, each as soon as it is known how long it stays.
  private static func visit(
    _ film: some Film, _ palette: Palette, rest: Int, _ progress: Progress,
    _ body: (AnimationFrame) throws -> Void
  ) throws {
    var source = try AnimationFrames(film, palette: palette)
    var latest: AnimationFrame?
    for index in 0..<film.frameCount {
      if let frame = try source.frame(index) {
        if let latest { try body(latest) }
        latest = frame
      } else {
        latest?.duration += 1
      }
      progress(index + 1, film.frameCount)
    }
    latest?.duration += rest
    if let latest { try body(latest) }
  }
}
