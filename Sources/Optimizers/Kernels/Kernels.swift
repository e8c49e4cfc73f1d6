import LinearAlgebra

/// How the kernels in C are called, for the methods that are used most: there several components
/// are updated at once, square roots included, which the Swift compiler takes one by one.
///
/// The gradient is only read; passed as inout it is not copied.
enum Kernels {
  typealias Numbers = UnsafeMutablePointer<Double>

  /// A kernel on x and g.
  @inline(__always)
  static func update(
    _ x: inout Vector, _ g: inout Vector, by kernel: (Numbers, Numbers, Int) -> Void
  ) {
    let n = x.count
    precondition(g.count == n, "vectors of different lengths")
    withNumbers(&x, &g) { x, g in
      UpdateWorkers.split(n, along: x) { kernel(x + $0, g + $0, $1) }
    }
  }

  /// A kernel on x, one array of the memory, and g.
  @inline(__always)
  static func update(
    _ x: inout Vector, _ m: inout Vector, _ g: inout Vector,
    by kernel: (Numbers, Numbers, Numbers, Int) -> Void
  ) {
    let n = x.count
    precondition(m.count == n && g.count == n, "vectors of different lengths")
    withNumbers(&x, &g) { x, g in
      m.withUnsafeMutableBufferPointer { m in
        guard let m = m.baseAddress else { return }
        UpdateWorkers.split(n, along: x) { kernel(x + $0, m + $0, g + $0, $1) }
      }
    }
  }

  /// A kernel on x, two arrays of the memory, and g.
  @inline(__always)
  static func update(
    _ x: inout Vector, _ m: inout Vector, _ s: inout Vector, _ g: inout Vector,
    by kernel: (Numbers, Numbers, Numbers, Numbers, Int) -> Void
  ) {
    let n = x.count
    precondition(m.count == n && s.count == n && g.count == n, "vectors of different lengths")
    withNumbers(&x, &g) { x, g in
      withNumbers(&m, &s) { m, s in
        UpdateWorkers.split(n, along: x) { kernel(x + $0, m + $0, s + $0, g + $0, $1) }
      }
    }
  }

  @inline(__always)
  static func withNumbers(
    _ a: inout Vector, _ b: inout Vector, _ body: (Numbers, Numbers) -> Void
  ) {
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeMutableBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return }
        body(a, b)
      }
    }
  }
}
