import LinearAlgebra
import Testing

/// Products of matrices against sums that are written out.
@Suite struct MatrixProductTests {
  struct Shape: Sendable {
    let rows, inner, columns: Int
    let transposes: (a: Bool, b: Bool)
  }

  /// One column or one row, which have kernels of their own, and neither; sizes around those that
  /// the kernels take at a time.
  private static let shapes: [Shape] = [1, 2, 3, 4, 5, 9].flatMap { long in
    [1, 7, 8, 9, 50].flatMap { inner in
      [(long, inner, 1), (1, inner, long), (inner, long, 1), (3, inner, long)].flatMap { size in
        [(false, false), (true, false), (false, true), (true, true)].map {
          Shape(rows: size.0, inner: size.1, columns: size.2, transposes: $0)
        }
      }
    }
  }

  @Test(arguments: [false, true]) func productsAreSumsOfProducts(addingToC keepingC: Bool) {
    var random = RandomStream(seed: 3)
    for shape in Self.shapes {
      let (m, k, n) = (shape.rows, shape.inner, shape.columns)
      let a = (0..<m * k).map { _ in random.normal() }
      let b = (0..<k * n).map { _ in random.normal() }
      let before = (0..<m * n + 2).map { _ in random.normal() }
      var c = before
      var span = c.mutableSpan
      MatrixProduct(
        rows: m, inner: k, columns: n, transposingA: shape.transposes.a,
        transposingB: shape.transposes.b)(
          a.span, b.span, into: &span, 1..<(m * n + 1), adding: keepingC)
      #expect(c.first == before.first && c.last == before.last, "\(shape)")
      for i in 0..<m {
        for j in 0..<n {
          let products = (0..<k).map { l in
            a[shape.transposes.a ? l * m + i : i * k + l]
              * b[shape.transposes.b ? j * k + l : l * n + j]
          }
          let start = keepingC ? before[1 + i * n + j] : 0
          let sum = products.reduce(start, +)
          // As many roundings as there are terms, each of the sum of their sizes.
          let size = products.reduce(abs(start)) { $0 + abs($1) }
          let tolerance = Double(k + 2) * Double.ulpOfOne * size
          #expect(abs(c[1 + i * n + j] - sum) <= tolerance, "\(shape) at \(i), \(j)")
        }
      }
    }
  }

  /// A row times a vector is a sum in eight parts, each product rounded by itself: to the last
  /// digit.
  @Test(arguments: [1, 3, 4, 6], [1, 8, 17, 50]) func digitsAreThoseOfEightParts(
    rows: Int, inner: Int
  ) {
    var random = RandomStream(seed: 5)
    let a = (0..<rows * inner).map { _ in random.normal() }
    let x = (0..<inner).map { _ in random.normal() }
    var y = Vector.zeros(rows)
    var span = y.mutableSpan
    MatrixProduct(rows: rows, inner: inner, columns: 1)(
      a.span, x.span, into: &span, 0..<rows, adding: false)
    let whole = inner / 8 * 8
    for i in 0..<rows {
      let products = (0..<inner).map { a[i * inner + $0] * x[$0] }
      let parts = (0..<8).map { part in
        stride(from: part, to: whole, by: 8).reduce(0.0) { $0 + products[$1] }
      }
      let pairs = stride(from: 0, to: 8, by: 2).map { parts[$0] + parts[$0 + 1] }
      let sum = (pairs[0] + pairs[1]) + (pairs[2] + pairs[3])
      #expect(y[i] == products[whole...].reduce(sum, +), "row \(i)")
    }
  }
}
