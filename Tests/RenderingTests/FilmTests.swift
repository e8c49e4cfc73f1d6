import Output
import Scenes
import Synchronization
import Testing

@testable import Rendering

@Suite struct FilmTests {
  @Test(arguments: [2, 3, 9], FilmColors.allCases)
  func framesDoNotDependOnTheNumberOfWorkers(workers: Int, colors: FilmColors) async throws {
    let film = SampleFilm()
    let one = try await frames(of: film, FilmRenderer(workers: 1, colors: colors))
    let several = try await frames(of: film, FilmRenderer(workers: workers, colors: colors))
    #expect(one.count == film.frameCount)
    #expect(several == one)
  }

  @Test(arguments: SampleFilm.Ground.allCases, FilmColors.allCases)
  func tilesShowWhatLibpngShows(landscape: SampleFilm.Ground, colors: FilmColors) async throws {
    // Three tiles in a row, the last of them a narrow one.
    let film = SampleFilm(size: PixelSize(width: 259, height: 120), landscape: landscape)
    let tiles = try await frames(
      of: film, FilmRenderer(workers: 2, encoder: .tiles, colors: colors))
    let plain = try await frames(
      of: film, FilmRenderer(workers: 2, encoder: .libpng, colors: colors))
    #expect(tiles.count == film.frameCount)
    for (index, bytes) in tiles {
      let expected = try #require(plain[index])
      #expect(try CairoPNG.decode(bytes).samples() == CairoPNG.decode(expected).samples())
    }
  }

  @Test(arguments: SampleFilm.Ground.allCases, [FilmEncoder.tiles, .libpng])
  func exactFramesAreTheReference(landscape: SampleFilm.Ground, encoder: FilmEncoder) async throws {
    let film = SampleFilm(landscape: landscape)
    let renderer = FilmRenderer(workers: 3, encoder: encoder, colors: .exact)
    for (index, bytes) in try await frames(of: film, renderer) {
      #expect(try difference(of: bytes, film, index).greatest == 0)
    }
  }

  @Test(arguments: SampleFilm.Ground.allCases)
  func paletteFramesAreNearlyTheReference(landscape: SampleFilm.Ground) async throws {
    let film = SampleFilm(landscape: landscape)
    let frames = try await frames(of: film, FilmRenderer(workers: 3, colors: .palette))
    let differences = try frames.map { try difference(of: $1, film, $0) }
    // The farthest are a few pixels where edges mix colours that no sampled frame mixed.
    #expect(differences.allSatisfy { $0.greatest <= 40 })
    #expect(differences.allSatisfy { $0.mean < (landscape == .smooth ? 3 : 0.5) })
  }

  @Test func aFilmOfFewColorsHasAPalette() async throws {
    let few = StillFilm(background: SampleFilm(landscape: .stepped).background)
    let many = StillFilm(background: SampleFilm(landscape: .smooth).background)
    for encoder in FilmEncoder.allCases {
      func palette(_ film: StillFilm) throws -> Palette? {
        FilmFormat(for: try FilmSurvey(film, colors: .automatic), encoder: encoder).palette
      }
      #expect(try palette(few)?.isExact == true)
      #expect(try palette(many) == nil)
    }
  }

  /// What is counted piece by piece is what the sampled frames hold.
  @Test(arguments: SampleFilm.Ground.allCases)
  func aSurveyCountsAllPixelsOfItsFrames(landscape: SampleFilm.Ground) throws {
    let film = SampleFilm(frameCount: 16, landscape: landscape)
    var counts = ColorCounts()
    for index in 0..<film.frameCount {
      let surface = try ReferenceRenderer().surface(of: film, frame: index)
      counts.count(surface, in: [PixelRect(film.size)])
    }
    #expect(try FilmSurvey.palette(of: film) == Palette(for: counts, limit: 255))
  }

  /// Trails may be drawn ahead, and a canvas may go on from where another one was.
  @Test func trailsDrawnAheadAreShown() throws {
    let film = SampleFilm()
    let reference = try ReferenceRenderer().surface(of: film, frame: 33)
    var canvas = try FilmCanvas(film)
    _ = try canvas.show(2)
    try canvas.addTrails(through: 20)
    let start = canvas.start
    // The second finds the pixels gone, and begins anew.
    for var other in [try FilmCanvas(film, from: start), try FilmCanvas(film, from: start)] {
      _ = try other.show(33)
      #expect(Difference(other.frame, reference).greatest == 0)
    }
    _ = try canvas.show(33)
    #expect(Difference(canvas.frame, reference).greatest == 0)
  }

  @Test func redrawingInPartsIsRedrawing() throws {
    let film = SampleFilm()
    var canvas = try FilmCanvas(film)
    for index in [0, 1, 2, 3, 4, 9, 10, 33, 49] {
      let dirty = try canvas.show(index)
      #expect(index == 0 || dirty.reduce(0) { $0 + $1.area } < 9000)
      let reference = try ReferenceRenderer().surface(of: film, frame: index)
      #expect(Difference(canvas.frame, reference).greatest == 0)
    }
  }

  @Test func progressCountsEachFrameOnce() async throws {
    let heard = Mutex<[Int]>([])
    try await FilmRenderer(workers: 2).render(SampleFilm(frameCount: 33)) { done, total in
      #expect(total == 33)
      heard.withLock { $0.append(done) }
    } to: { _, _ in
    }
    #expect(heard.withLock { $0 } == Array(1...33))
  }

  @Test func aCancelledFilmEnds() async throws {
    let started = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      try await FilmRenderer(workers: 2).render(SampleFilm(frameCount: 100_000)) { _, _ in
        started.continuation.yield()
      }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func anErrorOfTheSinkEndsTheFilm() async throws {
    await #expect(throws: OutputError.self) {
      try await FilmRenderer(workers: 2).render(SampleFilm()) { frame, _ in
        if frame == 20 { throw OutputError("full") }
      }
    }
  }

  @Test func plansCoverEachFrameOnce() {
    for frameCount in [0, 1, 15, 16, 17, 100] {
      for workers in 1...9 {
        let chunks = FilmPlan(frameCount: frameCount, workers: workers).chunks
        #expect(chunks.flatMap(Array.init) == Array(0..<frameCount))
      }
    }
  }

  private func frames(
    of film: SampleFilm, _ renderer: FilmRenderer
  ) async throws -> [Int: [UInt8]] {
    let collected = Mutex<[Int: [UInt8]]>([:])
    try await renderer.render(film) { index, bytes in
      collected.withLock { $0[index] = bytes }
    }
    return collected.withLock { $0 }
  }

  private func difference(of bytes: [UInt8], _ film: SampleFilm, _ index: Int) throws -> Difference
  {
    let reference = try ReferenceRenderer().png(of: film, frame: index)
    return try Difference(CairoPNG.decode(bytes), CairoPNG.decode(reference))
  }
}

/// How two images of the same size differ, over all channels of all pixels.
struct Difference {
  let greatest: Int
  let mean: Double

  init(_ a: CairoSurface, _ b: CairoSurface) {
    let gaps = zip(a.samples(), b.samples()).map { abs(Int($0) - Int($1)) }
    greatest = gaps.max() ?? 0
    mean = Double(gaps.reduce(0, +)) / Double(max(1, gaps.count))
  }
}
