import DescentKit
import Foundation

/// A race of 300 frames at 1280×720, files written: the renderer against full redraws that cairo
/// writes, against matplotlib, and against copying its own files; in processor time of the whole
/// process, the film's making included.
func measureRace() async throws {
  let folder =
    NSTemporaryDirectory() + "descent-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let fast = try await best(of: 5) { run in
    let film = try raceFilm()
    try await OutputFolder.fill("\(folder)/\(run)") {
      try await FilmRenderer().render(film, into: $0)
    }
  }
  let copy = try await copying(folder + "/0", to: folder + "/copy")
  let sizes = try sizes(folder + "/0")
  let plain = try await processorSeconds {
    let film = try raceFilm()
    try await OutputFolder.fill(folder + "/plain") { folder in
      try ReferenceRenderer().render(film) { index, bytes in
        try folder.write(bytes, named: "plain-\(index).png")
      }
    }
  }
  let frames = Double(try raceFilm().frameCount)
  print(
    String(
      format: "race: %.2f s, plain: %.2f s, copying: %.2f s of processor time", fast, plain, copy))
  report("Race / full redraw", ratio: fast / plain, atMost: 1.0 / 25)
  report("Race / copying and writing its files", ratio: fast / copy, atMost: 3)
  report("Sequence / libpng at level 6, bytes", ratio: sizes.ours / sizes.libpng, atMost: 1.35)
  try await measureWorkers(folder + "/workers")
  let gif = try measureAnimations()
  try compareWithMatplotlib(milliseconds: fast / frames * 1000, gif: gif)
}

private struct MatplotlibTime: Decodable {
  let name: String
  let ms: Double
  let megabytes: Double
}

private func compareWithMatplotlib(milliseconds: Double, gif: Double) throws {
  let peers = try PeerScript.lines(
    MatplotlibTime.self, of: "matplotlib_race.py", needing: "matplotlib and pillow",
    interpreter: "PYTHON_MATPLOTLIB")
  for (name, goal) in [("animation", 1.0 / 120), ("blitted", 1.0 / 40)] {
    guard let peer = peers.first(where: { $0.name == name }) else { continue }
    print(String(format: "a frame: %.2f ms, matplotlib's: %.1f ms", milliseconds, peer.ms))
    report("Race / matplotlib, \(name)", ratio: milliseconds / peer.ms, atMost: goal)
  }
  guard let peer = peers.first(where: { $0.name == "gif" }) else { return }
  print(String(format: "GIF: %.2f MB, matplotlib's: %.2f MB", gif, peer.megabytes))
  report("GIF / matplotlib's, bytes", ratio: gif / peer.megabytes, atMost: 0.25)
}

/// Reads the files of a folder and writes them anew, as the renderer writes.
private func copying(_ folder: String, to target: String) async throws -> Double {
  let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    .filter { $0.hasSuffix(".png") }
  return try await best(of: 5) { run in
    try await OutputFolder.fill("\(target)/\(run)") { target in
      for name in names {
        let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
        try target.write(Array(data), named: name)
      }
    }
  }
}

/// The bytes of every tenth frame, and those of the same pixels by libpng at level 6.
private func sizes(_ folder: String) throws -> (ours: Double, libpng: Double) {
  var total = (ours: 0.0, libpng: 0.0)
  for frame in stride(from: 0, to: 300, by: 10) {
    let path = "\(folder)/\(FilmRenderer.fileName(ofFrame: frame))"
    guard let data = FileManager.default.contents(atPath: path) else { continue }
    total.ours += Double(data.count)
    total.libpng += Double(try PNGSize.atLevel6(Array(data)))
  }
  return total
}

/// Wall time on two workers against one.
private func measureWorkers(_ folder: String) async throws {
  var times: [Int: Double] = [:]
  let film = try raceFilm()
  for run in 0..<3 {
    for workers in [1, 2] {
      let start = ContinuousClock.now
      try await OutputFolder.fill("\(folder)/\(run)-\(workers)") {
        try await FilmRenderer(workers: workers).render(film, into: $0)
      }
      let time = (ContinuousClock.now - start) / Duration.seconds(1)
      times[workers] = min(times[workers] ?? .infinity, time)
    }
  }
  guard let one = times[1], let two = times[2] else { return }
  report("Race, wall time on two workers / on one", ratio: two / one, atMost: 0.65)
}

/// The size of the GIF file in megabytes.
private func measureAnimations() throws -> Double {
  let film = try raceFilm()
  let start = processorTime()
  let files = try FilmRenderer().animations(of: film, as: [.gif, .apng], framesPerSecond: 25)
  print(String(format: "GIF and APNG: %.2f s of processor time", processorTime() - start))
  report("APNG, megabytes", ratio: Double(files[.apng]?.count ?? 0) / 1e6, atMost: 2)
  return Double(files[.gif]?.count ?? 0) / 1e6
}

/// The least time of some runs. Each writes into a folder of its own: the system is slow at making
/// files soon after others were removed.
private func best(of runs: Int, _ work: (_ run: Int) async throws -> Void) async throws -> Double {
  var best = Double.infinity
  for run in 0..<runs { best = min(best, try await processorSeconds { try await work(run) }) }
  return best
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
  let landscape = Landscape(
    title: "beale", objective: { function.value(at: [$0, $1]) }, x: function.domain[0],
    y: function.domain[1], minimizers: function.minimizers, minimum: function.minimum)
  var style = RaceStyle()
  style.size = size
  return RaceFilm(trajectories, on: landscape, style: style, measuring: CairoTextMeasuring())
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
