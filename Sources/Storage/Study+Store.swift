import Dispatch
import Experiments
import Output
import Specifications
import Synchronization

/// A fixed share of a study's runs: the ith of n.
public struct Shard: Hashable, Sendable, Spelled {
  /// From 1 to `count`.
  public let number: Int
  /// Into how many shares the study is divided.
  public let count: Int

  /// All of it.
  public static let whole = Shard(1, of: 1)

  /// - Parameter number: from 1 to `count`.
  public init(_ number: Int, of count: Int) {
    precondition((1...max(1, count)).contains(number), "\(number) of \(count)")
    (self.number, self.count) = (number, count)
  }

  /// "2/3".
  ///
  /// - Throws: what was expected.
  public init(spelling text: String) throws(SpecificationError) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { NumberText.parseWhole(String($0)) ?? 0 }
    guard numbers.count == 2, numbers[1] >= 1, (1...numbers[1]).contains(numbers[0]) else {
      throw SpecificationError("expected a share as 1/3, 2/3 or 3/3")
    }
    self.init(numbers[0], of: numbers[1])
  }

  public var spelling: String { "\(number)/\(count)" }

  /// The numbers of its runs: every nth, so that long ones are spread.
  func indices(of total: Int) -> StrideTo<Int> {
    stride(from: number - 1, to: total, by: count)
  }
}

/// What running a study into a store came to.
public struct StudyProgress: Hashable, Sendable {
  /// How many runs were made.
  public var made = 0
  /// How many were in the store already.
  public var known = 0
}

extension Study {
  /// Makes the runs that a store has not, and adds them to it.
  ///
  /// Runs are added a quarter of a second after they ended at the latest, and the rest before this
  /// returns or throws, so that an end of the process loses little and the next call goes on.
  ///
  /// - Parameters:
  ///   - shard: the share of the runs that is wanted.
  ///   - workers: how many runs at a time, 1 or more.
  ///   - version: recorded with each run.
  /// - Throws: `CancellationError` where the task is cancelled, once the runs in progress are
  ///   added; what the store throws.
  @discardableResult
  public func run(
    into store: StudyStore, shard: Shard = .whole, workers: Int = 1,
    version: String = DescentVersion.current, reporter: any Reporter = SilentReporter()
  ) async throws -> StudyProgress {
    let (missing, known) = try missing(from: store, shard, workers: workers)
    let writer = StoreWriter(store)
    let flushing = writer.flushing()
    defer { flushing.cancel() }
    // The first run may take long.
    if !missing.isEmpty { reporter.progress(of: "runs", 0, of: missing.count) }
    let runs = StudyRuns(self, version: version)
    do {
      _ = try await Parallel.results(
        of: missing.count, workers: workers, named: "runs", reporter: reporter
      ) { try writer.add(runs.run(missing[$0])) }
    } catch {
      try writer.flush()
      throw error
    }
    try writer.flush()
    return StudyProgress(made: missing.count, known: known)
  }

  /// What running the study into a store would come to; with no store, every run is to be made.
  public func progress(into store: StudyStore?, shard: Shard = .whole) throws -> StudyProgress {
    let (missing, known) = try missing(from: store, shard)
    return StudyProgress(made: missing.count, known: known)
  }

  /// The numbers of the runs that a store has not, and how many it has; runs that are the same are
  /// made once.
  ///
  /// - Parameter workers: how many keys are made at a time; each takes a look at its function.
  private func missing(
    from store: StudyStore?, _ shard: Shard, workers: Int = 1
  ) throws -> (cells: [Int], known: Int) {
    var seen: Set<String> = []
    var (cells, total) = ([Int](), 0)
    let indices = Array(shard.indices(of: count))
    for first in stride(from: 0, to: indices.count, by: 1000) {
      let batch = Array(indices[first..<min(first + 1000, indices.count)])
      let keys = try Parallel.map(batch, workers: workers) { cell($0).key }
      let known = try store?.known(among: keys) ?? []
      for (i, key) in zip(batch, keys) where seen.insert(key).inserted {
        total += 1
        if !known.contains(key) { cells.append(i) }
      }
    }
    return (cells, total - cells.count)
  }
}

/// Adds runs to a store a few at a time, from any thread: one transaction a run would take longer
/// than most runs.
private final class StoreWriter: Sendable {
  private let store: StudyStore
  private let waiting = Mutex<[StudyRun]>([])
  /// Held while runs are written, so that a flush returns once all are.
  private let writing = Mutex<Void>(())

  init(_ store: StudyStore) { self.store = store }

  func add(_ run: StudyRun) throws {
    let count = waiting.withLock { waiting in
      waiting.append(run)
      return waiting.count
    }
    if count >= 500 { try flush() }
  }

  /// Writes what waits; where that fails it waits on.
  func flush() throws {
    try writing.withLock { _ in
      let runs = waiting.withLock { waiting in
        defer { waiting = [] }
        return waiting
      }
      guard !runs.isEmpty else { return }
      do {
        try store.add(runs)
      } catch {
        waiting.withLock { $0 = runs + $0 }
        throw error
      }
    }
  }

  /// Flushes every quarter of a second, also while a long run is made. What cannot be written is
  /// told by the flush at the end.
  func flushing() -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "store"))
    timer.schedule(deadline: .now() + .milliseconds(250), repeating: .milliseconds(250))
    timer.setEventHandler { try? self.flush() }
    timer.resume()
    return timer
  }
}
