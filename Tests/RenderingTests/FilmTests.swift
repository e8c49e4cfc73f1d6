import Scenes
import Synchronization
import Testing

@testable import Rendering

@Suite struct FilmTests {
  @Test(arguments: [2, 3, 9])
  func framesDoNotDependOnTheNumberOfWorkers(workers: Int) async throws {
    let film = SampleFilm()
    let one = try await frames(of: film, workers: 1)
    let several = try await frames(of: film, workers: workers)
    #expect(one.count == film.frameCount)
    #expect(several == one)
  }

  @Test(arguments: SampleFilm.Ground.allCases)
  func framesAreNearlyTheReference(ground: SampleFilm.Ground) async throws {
    let film = SampleFilm(ground: ground)
    let frames = try await frames(of: film, workers: 3)
    let differences = try frames.map { try difference(of: $1, film, $0) }
    // The farthest are a few pixels where edges mix colours that no sampled frame mixed.
    #expect(differences.allSatisfy { $0.greatest <= 40 })
    #expect(differences.allSatisfy { $0.mean < (ground == .smooth ? 3 : 0.5) })
  }

  @Test func aFilmOfFewColorsKeepsThem() throws {
    let film = StillFilm(background: SampleFilm(ground: .stepped).background)
    #expect(try Palette(for: film).isExact)
  }

  /// Before its colours are reduced, a frame is the reference but for cairo's rounding where the clip
  /// cuts a shape.
  @Test func redrawingInPartsIsRedrawing() throws {
    let film = SampleFilm()
    var canvas = try FilmCanvas(film, readyFor: 0)
    for index in 0..<film.frameCount {
      let dirty = try canvas.show(index, whole: index == 0)
      #expect(index == 0 || dirty.reduce(0) { $0 + $1.area } < 6000)
      let reference = try ReferenceRenderer().surface(of: film, frame: index)
      #expect(Difference(canvas.frame, reference).greatest <= 8)
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
        #expect(chunks.allSatisfy { FilmPlan.isWhole($0.lowerBound) })
      }
    }
  }

  private func frames(of film: SampleFilm, workers: Int) async throws -> [Int: [UInt8]] {
    let collected = Mutex<[Int: [UInt8]]>([:])
    try await FilmRenderer(workers: workers).render(film) { index, bytes in
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
