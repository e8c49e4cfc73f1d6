import Dispatch
import Output
import Synchronization
import Testing

@testable import Experiments

/// Work on several threads.
struct ParallelTests {
  private struct Odd: Error, Equatable { let number: Int }

  @Test(arguments: [1, 2, 7])
  func resultsKeepTheirOrder(workers: Int) throws {
    let most = Mutex(0)
    let results = try Parallel.map(
      Array(0..<100), workers: workers, { done in most.withLock { $0 = max($0, done) } }
    ) { $0 * $0 }
    #expect(results == (0..<100).map { $0 * $0 })
    #expect(most.withLock { $0 } == 100)
  }

  @Test(arguments: [1, 3])
  func theFirstErrorIsThrown(workers: Int) {
    let error = #expect(throws: Odd.self) {
      try Parallel.map(Array(0..<20), workers: workers) { number throws(Odd) in
        if number % 7 == 5 { throw Odd(number: number) }
        return number
      }
    }
    #expect(error == Odd(number: 5))
  }

  /// Once an item has failed no others are begun.
  @Test(arguments: [1, 3])
  func aFailureEndsTheWork(workers: Int) {
    let begun = Mutex<[Int]>([])
    let result = Result<[Int], any Error> {
      try Parallel.map(Array(0..<1_000_000), workers: workers) { number -> Int in
        begun.withLock { $0.append(number) }
        throw Odd(number: number)
      }
    }
    let numbers = begun.withLock { $0 }
    #expect(throws: Odd(number: 0)) { try result.get() }
    #expect(numbers.count <= workers)
  }

  /// Work that is cancelled takes no more pieces and says so.
  @Test(arguments: [1, 3])
  func cancelledWorkEnds(workers: Int) async throws {
    let begun = Mutex(0)
    let gate = DispatchSemaphore(value: 0)
    let (steps, continuation) = AsyncStream<Void>.makeStream()
    let work = Task {
      try await Parallel.results(
        of: 1000, workers: workers, named: "work", reporter: SilentReporter()
      ) { _ in
        let number = begun.withLock {
          $0 += 1
          return $0
        }
        continuation.yield()
        // The first piece of each worker lasts until the work was cancelled.
        if number <= workers { gate.wait() }
      }
    }
    for await _ in steps.prefix(1) {}
    work.cancel()
    for _ in 0..<workers { gate.signal() }
    await #expect(throws: CancellationError.self) { try await work.value }
    #expect(begun.withLock { $0 } <= workers)
  }
}
