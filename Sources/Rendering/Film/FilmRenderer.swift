import Foundation
import Output
import Scenes
import Synchronization

/// Renders films fast: redraws what changes, and shares the frames between workers.
///
/// The bytes of a frame do not depend on the number of workers, and the memory in use does not
/// depend on the number of frames.
public struct FilmRenderer: Sendable {
  /// Takes the bytes of a frame's PNG file; called from any worker, in any order.
  public typealias Sink = @Sendable (_ frame: Int, _ bytes: [UInt8]) throws -> Void
  /// Hears how many frames are done.
  public typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  /// How many frames are drawn at once, 1 or more; the memory in use grows with it.
  public let workers: Int
  /// How PNG files are made.
  public let encoder: FilmEncoder
  /// Which colours the frames have.
  public let colors: FilmColors

  /// - Parameter workers: fewer than 1 count as 1.
  public init(
    workers: Int = ProcessInfo.processInfo.activeProcessorCount, encoder: FilmEncoder = .tiles,
    colors: FilmColors = .automatic
  ) {
    self.workers = max(1, workers)
    self.encoder = encoder
    self.colors = colors
  }

  /// Renders each frame once. Ends early if the task is cancelled or the sink throws.
  ///
  /// - Throws: what the sink throws, `CancellationError`, and what keeps a frame from being drawn.
  public func render(
    _ film: some Film, progress: @escaping Progress = { _, _ in }, to sink: @escaping Sink
  ) async throws {
    let plan = FilmPlan(frameCount: film.frameCount, workers: workers)
    let (format, starts) = try prepare(film, startingAt: plan.chunks.map(\.lowerBound))
    let counter = FrameCounter(total: film.frameCount, progress)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (chunk, start) in zip(plan.chunks, starts) {
        group.addTask {
          var worker = try FilmWorker(film, from: start, format: format)
          for frame in chunk {
            try Task.checkCancellation()
            try sink(frame, try worker.png(ofFrame: frame))
            counter.count()
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// Renders each frame once, one after the other.
  ///
  /// - Throws: what the sink throws, `CancellationError`, and what keeps a frame from being drawn.
  public func renderInOrder(
    _ film: some Film, to sink: (_ frame: Int, _ bytes: [UInt8]) async throws -> Void
  ) async throws {
    var worker = try makeWorker(film)
    for frame in 0..<film.frameCount {
      try Task.checkCancellation()
      try await sink(frame, try worker.png(ofFrame: frame))
    }
  }

  /// A worker for all frames.
  func makeWorker(_ film: some Film) throws -> FilmWorker {
    let (format, starts) = try prepare(film, startingAt: [0])
    return try FilmWorker(film, from: starts[0], format: format)
  }

  /// What workers need; the survey itself is not kept.
  private func prepare(
    _ film: some Film, startingAt firsts: [Int]
  ) throws -> (format: FilmFormat, starts: [FilmStart]) {
    let survey = try FilmSurvey(film, startingAt: firsts, colors: colors)
    return (FilmFormat(for: survey, encoder: encoder), survey.starts)
  }

  /// Renders the frames as numbered files of a folder.
  public func render(
    _ film: some Film, into folder: OutputFolder, progress: @escaping Progress = { _, _ in }
  ) async throws {
    try await render(film, progress: progress) { frame, bytes in
      try folder.write(bytes, named: Self.fileName(ofFrame: frame))
    }
  }

  /// frame-0000.png and so on.
  public static func fileName(ofFrame index: Int) -> String {
    let digits = String(index)
    return "frame-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".png"
  }
}

/// Counts finished frames, one at a time.
private final class FrameCounter: Sendable {
  private let done = Mutex(0)
  private let total: Int
  private let progress: FilmRenderer.Progress

  init(total: Int, _ progress: @escaping FilmRenderer.Progress) {
    self.total = total
    self.progress = progress
  }

  func count() {
    done.withLock { done in
      done += 1
      progress(done, total)
    }
  }
}
