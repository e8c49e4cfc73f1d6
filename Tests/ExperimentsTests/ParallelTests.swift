import Experiments
import Synchronization
import Testing

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
}
