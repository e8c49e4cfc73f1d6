import CKernels
import LinearAlgebra

/// Inner products of long vectors, in blocks, each block's sum the same whoever takes it.
extension Kernels {
  private static let block = 1 << 13

  /// Σ aᵢ bᵢ.
  static func dot(_ a: Vector, _ b: Vector) -> Double {
    let n = a.count
    precondition(b.count == n, "vectors of different lengths")
    return a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return 0 }
        return sumOfBlocks(n) { descent_dot(a + $0, b + $0, $1) }
      }
    }
  }

  /// Σ aᵢ bᵢ over n components.
  static func dot(_ a: Numbers, _ b: Numbers, _ n: Int) -> Double {
    sumOfBlocks(n) { descent_dot(a + $0, b + $0, $1) }
  }

  /// x ← (x + scale · d) · factor, then Σ bᵢ xᵢ, over n components. x overlaps neither d nor b.
  static func add(
    _ scale: Double, _ d: Numbers, to x: Numbers, _ n: Int, times factor: Double = 1,
    thenDot b: Numbers
  ) -> Double {
    sumOfBlocks(n) { descent_add_dot(x + $0, d + $0, b + $0, $1, scale, factor) }
  }

  /// x ← (x + scale · d) · factor over n components. x and d do not overlap.
  static func add(_ scale: Double, _ d: Numbers, to x: Numbers, _ n: Int, times factor: Double) {
    UpdateWorkers.split(n, along: x) { descent_add(x + $0, d + $0, $1, scale, factor) }
  }

  @inline(__always)
  private static func sumOfBlocks(
    _ n: Int, _ sum: (_ start: Int, _ count: Int) -> Double
  ) -> Double {
    guard n > block else { return sum(0, n) }
    let count = (n + block - 1) / block
    var sums = Vector.zeros(count)
    sums.withUnsafeMutableBufferPointer { sums in
      guard let sums = sums.baseAddress else { return }
      UpdateWorkers.split(blocks: count, worthwhile: n >= UpdateWorkers.leastComponents) { i in
        sums[i] = sum(i * block, min(block, n - i * block))
      }
    }
    return sums.reduce(0, +)
  }
}
