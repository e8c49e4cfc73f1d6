import Rendering

extension RaceFormat {
  // Programs that show GIF files slow down what is faster.
  public static let gif = animation(.gif, fastest: 50)
  public static let apng = animation(.apng)

  private static func animation(_ format: AnimationFormat, fastest: Int = .max) -> RaceFormat {
    RaceFormat(format.rawValue, uses: ["title", "fps"], fastest: fastest) { race in
      let work = race.work(format.rawValue)
      defer { race.reporter.finish(work) }
      let files = try race.renderer.animations(
        of: race.film, as: [format], framesPerSecond: race.output.framesPerSecond
      ) { done, total in race.reporter.progress(of: work, done, of: total) }
      return try race.file(files[format] ?? [], named: "race.\(format.rawValue)")
    }
  }
}
