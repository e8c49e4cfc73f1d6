import Scenes

/// Turns frames into one file.
protocol AnimationEncoder {
  /// Begins a file of at most 255 colours.
  init(size: PixelSize, palette: Palette, frameCount: Int, framesPerSecond: Int) throws
  mutating func add(_ frame: AnimationFrame) throws
  /// The whole file.
  mutating func finish() throws -> [UInt8]
}

/// A file that plays a film.
public enum AnimationFormat: String, Sendable, CaseIterable {
  case gif, apng

  fileprivate var type: any AnimationEncoder.Type {
    switch self {
    case .gif: GIFEncoder.self
    case .apng: APNGEncoder.self
    }
  }
}

extension FilmRenderer {
  /// A film as animations that repeat for ever, each format's file whole. The film is drawn twice,
  /// once to count the frames that change something.
  ///
  /// The last frame stays for `pause` seconds more. Where the film has more than 255 colours they
  /// are chosen as for palette images, see `FilmColors`; else the animation shows the film's pixels.
  public func animations(
    of film: some Film, as formats: [AnimationFormat], framesPerSecond: Int, pause: Double = 2,
    progress: Progress = { _, _ in }
  ) throws -> [AnimationFormat: [UInt8]] {
    guard !formats.isEmpty else { return [:] }
    let palette = try FilmSurvey(film).palette
    let frames = try Self.frames(of: film, palette, progress)
    let rest = Int((pause * Double(framesPerSecond)).rounded())
    var files: [AnimationFormat: [UInt8]] = [:]
    for format in formats {
      var encoder = try format.type.init(
        size: film.size, palette: palette, frameCount: frames.count,
        framesPerSecond: framesPerSecond)
      for (place, frame) in frames.enumerated() {
        try Task.checkCancellation()
        var frame = frame
        if place == frames.count - 1 { frame.duration += rest }
        try encoder.add(frame)
      }
      files[format] = try encoder.finish()
    }
    return files
  }

  /// Those that change something, with the times they stay.
  private static func frames(
    of film: some Film, _ palette: Palette, _ progress: Progress
  ) throws -> [AnimationFrame] {
    var source = try AnimationFrames(film, palette: palette)
    var frames: [AnimationFrame] = []
    for index in 0..<film.frameCount {
      if let frame = try source.frame(index) {
        frames.append(frame)
      } else {
        frames[frames.count - 1].duration += 1
      }
      progress(index + 1, film.frameCount)
    }
    return frames
  }
}
