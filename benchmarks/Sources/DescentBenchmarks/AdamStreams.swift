import CPeers
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

/// Adam's update at n = 10⁷ against a C kernel that reads and writes the same streams.
func measureStreams() {
  let n = 10_000_000
  var x = Vector(repeating: 1, count: n)
  var m = Vector(repeating: 0, count: n)
  var s = Vector(repeating: 0, count: n)
  let g = Vector(repeating: 1e-3, count: n)
  var oracle = Still(dimension: n)
  var method = Adam.Method(Adam(), dimension: n)
  var kernel: [Double] = []
  var update: [Double] = []
  for _ in 0..<9 {
    kernel.append(seconds { adam_streams(&x, &m, &s, g, n) })
    update.append(
      seconds {
        do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch { fatalError() }
      })
  }
  let ratio = kernel.sorted()[4] / update.sorted()[4]
  report("Adam at n = 10^7, share of the C kernel's speed", ratio: ratio, goal: ">= 0.6")
}

private func seconds(_ work: () -> Void) -> Double {
  ContinuousClock().measure(work) / Duration.seconds(1)
}
