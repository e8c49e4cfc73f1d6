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

/// A method on so many components and threads.
private struct Update: Hashable, Decodable {
  let name: String
  let n: Int
  let threads: Int

  var text: String { "\(name), n = \(n), threads: \(threads)" }
  var isLarge: Bool { n > 5_000_000 }
  var repetitions: Int { isLarge ? 15 : 60 }
}

/// Updates of large iterates against kernels in C that read and write the same streams, and against
/// torch, on one and on two threads.
func measureUpdates() throws {
  let updates = [1_000_000, 10_000_000].flatMap { n in
    [1, 2].flatMap { threads in
      methods.map { Update(name: $0.name, n: n, threads: threads) }
    }
  }
  for update in updates { compareWithStreams(update) }
  try compareWithTorch(updates)
}

private let methods: [(name: String, settings: any GradientSettings, streams: Int)] = {
  var decoupled = Adam()
  decoupled.decay = WeightDecay(0.01, .decoupled)
  return [
    ("sgd", SGD(), 2), ("momentum", Momentum(), 3), ("adagrad", AdaGrad(), 3),
    ("rmsprop", RMSProp(), 3), ("adam", Adam(), 4), ("adamw", decoupled, 4), ("lion", Lion(), 3),
  ]
}()

private func compareWithStreams(_ update: Update) {
  guard let (_, settings, streams) = methods.first(where: { $0.name == update.name }) else {
    return
  }
  let ours = steps(of: settings, update)
  var peer = Streams(count: update.n)
  // In turn, and the least of each, so that what else the machine does falls on both.
  var (time, floor) = (Double.infinity, Double.infinity)
  for _ in 0..<update.repetitions {
    floor = min(floor, nanoseconds(runs: 1) { peer.run(streams, threads: update.threads) })
    time = min(time, ours(1))
  }
  report(
    "\(update.text), share of the streams' speed", ratio: floor / time,
    atLeast: update.isLarge ? 0.85 : 0.7)
}

/// Whole rounds in turn, and the least of each: the speed of the memory, which others use too,
/// changes by a third from one second to the next.
private func compareWithTorch(_ updates: [Update]) throws {
  var ours: [Update: Double] = [:]
  var torch: [Update: Double] = [:]
  for _ in 0..<4 {
    let peers = try PeerScript.lines(
      TorchTime.self, of: "torch_updates.py", needing: "torch", interpreter: "PYTHON_TORCH")
    if peers.isEmpty { return }
    for peer in peers { torch[peer.update] = min(torch[peer.update] ?? .infinity, peer.ns) }
    for update in updates {
      guard let method = methods.first(where: { $0.name == update.name }) else { continue }
      let run = steps(of: method.settings, update)
      ours[update] = min(ours[update] ?? .infinity, run(update.repetitions))
    }
  }
  for update in updates {
    guard let time = ours[update], let peer = torch[update] else { continue }
    report("\(update.text), time / torch's", ratio: time / peer, atMost: 1)
  }
}

private struct TorchTime: Decodable {
  let update: Update
  let ns: Double

  private enum CodingKeys: CodingKey { case ns }

  init(from decoder: any Decoder) throws {
    update = try Update(from: decoder)
    ns = try decoder.container(keyedBy: CodingKeys.self).decode(Double.self, forKey: .ns)
  }
}

/// Takes so many steps and gives the nanoseconds of the fastest.
private func steps<S: GradientSettings>(of settings: S, _ update: Update) -> (Int) -> Double {
  var method = S.Method(settings, dimension: update.n)
  method.gradient = Vector(repeating: 1e-3, count: update.n)
  var x = Vector(repeating: 1, count: update.n)
  return { runs in
    UpdateWorkers.$count.withValue(update.threads) {
      var oracle = Still(dimension: update.n)
      return nanoseconds(runs: runs) {
        do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch { fatalError() }
      }
    }
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
