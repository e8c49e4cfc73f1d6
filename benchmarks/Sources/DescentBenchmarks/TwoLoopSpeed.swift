import CPeers
import Dispatch
import LinearAlgebra
import Optimizers

/// The two-loop recursion of L-BFGS on long vectors against passes in C that read and write the
/// same streams: 2m times a vector of each of two pairs and the result, which is written.
func measureTwoLoops() {
  for threads in [1, 2] { measureTwoLoops(threads: threads) }
}

private func measureTwoLoops(threads: Int) {
  let (n, m) = (1_000_000, 10)
  let pairs = (0..<m).map { k in
    (
      s: Vector(repeating: 1 + 1 / Double(k + 1), count: n),
      y: Vector(repeating: 1 + 2 / Double(k + 3), count: n)
    )
  }
  var recursion = TwoLoopRecursion(memory: m)
  for pair in pairs { recursion.learn(s: pair.s, y: pair.y) }
  let g = Vector(repeating: 1e-3, count: n)
  var (time, floor) = (Double.infinity, Double.infinity)
  for _ in 0..<40 {
    floor = min(floor, nanoseconds(runs: 1) { streams(pairs, g, threads: threads) })
    time = min(
      time,
      nanoseconds(runs: 1) {
        UpdateWorkers.$count.withValue(threads) { _ = recursion.direction(against: g) }
      })
  }
  let name = "L-BFGS, n = \(n), m = \(m), threads: \(threads)"
  print("\(name): two loops \(time / 1e6) ms; the streams alone \(floor / 1e6) ms")
  report("\(name): share of the streams' speed", ratio: floor / time, atLeast: 0.6)
}

/// The passes of both loops without their inner products, on a copy of g.
private func streams(_ pairs: [(s: Vector, y: Vector)], _ g: Vector, threads: Int) {
  var q = g
  let n = q.count
  let share = (n / threads + 8) & ~7
  for pass in 0..<(2 * pairs.count) {
    let k = pass < pairs.count ? pairs.count - 1 - pass : pass - pairs.count
    let (s, y) = pairs[k]
    q.withUnsafeMutableBufferPointer { q in
      s.withUnsafeBufferPointer { s in
        y.withUnsafeBufferPointer { y in
          guard let q = q.baseAddress, let s = s.baseAddress, let y = y.baseAddress else { return }
          nonisolated(unsafe) let (pq, ps, py) = (q, s, y)
          DispatchQueue.concurrentPerform(iterations: threads) { thread in
            let start = min(thread * share, n)
            streams_of_pair(pq + start, ps + start, py + start, min(share, n - start))
          }
        }
      }
    }
  }
}
