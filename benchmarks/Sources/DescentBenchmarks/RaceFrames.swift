import Experiments
import Foundation
import Objectives
import Optimizers
import Rendering
import Scenes

/// A race of 300 frames at 1280×720, files written: the renderer against full redraws that cairo
/// writes, in processor time of the whole process.
func measureRace() async throws {
  let folder =
    NSTemporaryDirectory() + "descent-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let fast = try await processorSeconds {
    let film = try raceFilm()
    try await OutputFolder.fill(folder) { try await FilmRenderer().render(film, into: $0) }
  }
  let plain = try await processorSeconds {
    let film = try raceFilm()
    try await OutputFolder.fill(folder) { folder in
      try ReferenceRenderer().render(film) { index, bytes in
        try folder.write(bytes, named: "plain-\(index).png")
      }
    }
  }
  print(String(format: "race: %.2f s, plain: %.2f s of processor time", fast, plain))
  report("Race / full redraw", ratio: fast / plain, atMost: 0.2)
}

func raceFilm(_ size: PixelSize = PixelSize(width: 1280, height: 720)) throws -> RaceFilm {
  let function = Beale()
  let rivals: [any OptimizerSettings] = [
    SGD(learningRate: 0.002), Momentum(learningRate: 0.002), RMSProp(learningRate: 0.02),
    Adam(learningRate: 0.05),
  ]
  let trajectories = try rivals.map {
    try descend(function, with: $0, from: [1, 1.5], steps: 300)
  }
  let ground = RaceGround(
    title: "beale", objective: { function.value(at: [$0, $1]) }, x: function.domain[0],
    y: function.domain[1], minimizers: function.minimizers, minimum: function.minimum)
  var style = RaceStyle()
  style.size = size
  return RaceFilm(trajectories, on: ground, style: style, measuring: CairoTextMeasuring())
}

private func processorSeconds(_ work: () async throws -> Void) async throws -> Double {
  let before = processorTime()
  try await work()
  return processorTime() - before
}

/// User and system time of this process, in seconds.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
