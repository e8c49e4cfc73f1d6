import CPeers
import Dispatch
import LinearAlgebra
import Optimizers

/// An oracle whose gradient is already in place: what is left is the update.
private struct Still: Oracle, ~Copyable {
  let dimension: Int

  mutating func value(at x: borrowing Vector) -> Double { 0 }

  mutating func gradient(at x: borrowing Vector, into gradient: inout Vector) -> Double { 0 }

  mutating func hessian(at x: borrowing Vector, into hessian: inout SymmetricMatrix) {}

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) {}
}

/// Updates of large iterates against kernels in C that read and write the same streams, and against
/// torch, on one and on two threads.
func measureUpdates() throws {
  let peers = try PeerScript.lines(
    TorchTime.self, of: "torch_updates.py", needing: "torch", interpreter: "PYTHON_TORCH")
  for n in [1_000_000, 10_000_000] {
    for threads in [1, 2] {
      UpdateWorkers.$count.withValue(threads) { measureUpdates(n, threads: threads, peers) }
    }
  }
}

private struct TorchTime: Decodable {
  let name: String
  let n: Int
  let threads: Int
  let ns: Double
}

private func measureUpdates(_ n: Int, threads: Int, _ peers: [TorchTime]) {
  var decoupled = Adam()
  decoupled.decay = WeightDecay(0.01, .decoupled)
  let times: [(name: String, ns: Double)] = [
    ("sgd", compare("sgd", SGD(), streams: 2, n, threads)),
    ("momentum", compare("momentum", Momentum(), streams: 3, n, threads)),
    ("adagrad", compare("adagrad", AdaGrad(), streams: 3, n, threads)),
    ("rmsprop", compare("rmsprop", RMSProp(), streams: 3, n, threads)),
    ("adam", compare("adam", Adam(), streams: 4, n, threads)),
    ("adamw", compare("adamw", decoupled, streams: 4, n, threads)),
    ("lion", compare("lion", Lion(), streams: 3, n, threads)),
  ]
  for time in times {
    let isSame: (TorchTime) -> Bool = { ($0.name, $0.n, $0.threads) == (time.name, n, threads) }
    guard let peer = peers.first(where: isSame) else { continue }
    report(
      "\(time.name), n = \(n), threads: \(threads), time / torch's", ratio: time.ns / peer.ns,
      atMost: 1)
  }
}

/// The nanoseconds of a step.
private func compare<S: GradientSettings>(
  _ name: String, _ settings: S, streams: Int, _ n: Int, _ threads: Int
) -> Double {
  var method = S.Method(settings, dimension: n)
  method.gradient = Vector(repeating: 1e-3, count: n)
  var oracle = Still(dimension: n)
  var x = Vector(repeating: 1, count: n)
  var peer = Streams(count: n)
  // In turn, and the least of each, so that what else the machine does falls on both.
  var (ours, floor) = (Double.infinity, Double.infinity)
  for _ in 0..<(n > 5_000_000 ? 15 : 60) {
    floor = min(floor, nanoseconds(runs: 1) { peer.run(streams, threads: threads) })
    ours = min(
      ours,
      nanoseconds(runs: 1) {
        do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch { fatalError() }
      })
  }
  report(
    "\(name), n = \(n), threads: \(threads), share of the streams' speed", ratio: floor / ours,
    atLeast: n > 5_000_000 ? 0.85 : 0.7)
  // For torch once more alone, as torch is timed: the caches hold nothing else.
  return nanoseconds(runs: n > 5_000_000 ? 15 : 60) {
    do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch { fatalError() }
  }
}

/// The arrays of the kernels that do nothing but read and write.
private struct Streams {
  private var x: Vector
  private var m: Vector
  private var s: Vector
  private var g: Vector

  init(count: Int) {
    x = Vector(repeating: 1, count: count)
    m = Vector(repeating: 0, count: count)
    s = Vector(repeating: 0, count: count)
    g = Vector(repeating: 1e-3, count: count)
  }

  mutating func run(_ streams: Int, threads: Int) {
    let share = (x.count / threads + 8) & ~7
    let n = x.count
    x.withUnsafeMutableBufferPointer { x in
      m.withUnsafeMutableBufferPointer { m in
        s.withUnsafeMutableBufferPointer { s in
          g.withUnsafeMutableBufferPointer { g in
            guard let x = x.baseAddress, let m = m.baseAddress, let s = s.baseAddress,
              let g = g.baseAddress
            else { return }
            nonisolated(unsafe) let (px, pm, ps, pg) = (x, m, s, g)
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
              let start = min(thread * share, n)
              let count = min(share, n - start)
              switch streams {
              case 2: streams_of_two(px + start, pg + start, count)
              case 3: streams_of_three(px + start, pm + start, pg + start, count)
              default: streams_of_four(px + start, pm + start, ps + start, pg + start, count)
              }
            }
          }
        }
      }
    }
  }
}
