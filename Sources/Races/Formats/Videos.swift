import Rendering

extension RaceFormat {
  /// Films, made by ffmpeg.
  public static let mp4 = video(.mp4)
  /// A WebM file.
  public static let webm = video(.webm)

  /// What ffmpeg makes of it; nil for what needs none.
  var video: VideoFormat? { VideoFormat(rawValue: name) }

  /// Where there is no ffmpeg the sequence stands in for the film.
  private static func video(_ format: VideoFormat) -> RaceFormat {
    RaceFormat(
      format.rawValue, "by ffmpeg", uses: ["fps", "frames", "duration", "encoder"],
      needsFrames: { !VideoFormat.isAvailable }
    ) { race in
      let (name, work) = ("race.\(format.rawValue)", race.work(format.rawValue))
      guard VideoFormat.isAvailable else {
        race.reporter.warn("there is no ffmpeg to make \(name); the frames stand in for it")
        return []
      }
      defer { race.reporter.finish(work) }
      let writer = VideoWriter(
        format: format, framesPerSecond: race.output.framesPerSecond,
        draft: try race.folder.scratch(name))
      let video = try await writer.video { write in
        try await race.renderer.renderInOrder(race.film) { frame, png in
          try await write(png)
          race.reporter.progress(of: work, frame + 1, of: race.film.frameCount)
        }
      }
      return try race.file(video, named: name)
    }
  }
}
