import Rendering

extension RaceFormat {
  /// A numbered sequence of frames.
  public static let png = RaceFormat(
    "png", "a numbered sequence", uses: ["fps", "frames", "duration", "encoder"]
  ) { race in
    let work = race.work()
    defer { race.reporter.finish(work) }
    try await race.renderer.render(race.film, into: race.folder) { done, total in
      race.reporter.progress(of: work, done, of: total)
    }
    return ["\(race.film.frameCount) frames"]
  }

  /// The sequence in a LaTeX presentation.
  public static let tex = RaceFormat(
    "tex", "the sequence as a frame for beamer", uses: ["fps", "frames", "duration"],
    needsFrames: { true }
  ) { race in
    let animation = LaTeXAnimation(
      frameCount: race.film.frameCount, titleFrameCount: race.film.titleFrameCount,
      framesPerSecond: race.output.framesPerSecond)
    return try race.file(Array(animation.text.utf8), named: LaTeXAnimation.name)
  }
}
