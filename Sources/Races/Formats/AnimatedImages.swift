import Rendering

extension RaceFormat {
  /// At most 50 frames a second: programs that show GIF files slow down what is faster.
  public static let gif = animation(.gif, fastest: 50)
  /// Shows as many frames a second as are asked for.
  public static let apng = animation(.apng)

  private static func animation(_ format: AnimationFormat, fastest: Int = .max) -> RaceFormat {
    RaceFormat(
      format.rawValue, "a picture that moves", uses: ["fps", "frames", "duration"],
      fastest: fastest, animation: format
    ) { race in
      try race.file(race.animations[format] ?? [], named: "race.\(format.rawValue)")
    }
  }
}

extension RaceWriter {
  /// Those that are wanted, drawn in one pass.
  func drawnAnimations() throws -> [AnimationFormat: [UInt8]] {
    let wanted = output.allFormats.compactMap(\.animation)
    guard !wanted.isEmpty else { return [:] }
    let work = work("animation")
    defer { reporter.finish(work) }
    return try renderer.animations(
      of: film, as: wanted, framesPerSecond: output.framesPerSecond
    ) { done, total in reporter.progress(of: work, done, of: total) }
  }
}
