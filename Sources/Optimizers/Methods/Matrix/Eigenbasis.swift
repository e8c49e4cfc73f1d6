import LinearAlgebra

/// An average of matrices GGᵀ, and a basis near its eigenvectors.
struct Eigenbasis: Sendable {
  let beta: Double
  private var average: SymmetricMatrix
  /// The vectors as columns.
  private(set) var basis: Matrix

  init(order: Int, beta: Double) {
    self.beta = beta
    average = SymmetricMatrix(order: order)
    basis = Matrix(rows: order, columns: order)
  }

  mutating func average(_ g: Matrix) {
    average.blend(beta, with: 1 - beta, timesTransposeOf: g)
  }

  /// The eigenvectors of the first average, the largest eigenvalue first.
  mutating func begin(with g: Matrix) {
    average(g)
    do throws(FactorizationError) {
      basis = try average.eigensystem().vectors.columns((0..<average.order).reversed())
    } catch {
      spoil()
    }
  }

  /// One power iteration from the basis, its columns sorted by their estimated eigenvalues. Returns
  /// their former places in the new order.
  mutating func turn() -> [Int] {
    let product = Matrix(average).times(basis)
    let estimates = (0..<basis.columns).map { j in
      (0..<basis.rows).reduce(0.0) { $0 + basis[$1, j] * product[$1, j] }
    }
    let order = estimates.indices.sorted { (estimates[$0], $1) > (estimates[$1], $0) }
    do throws(FactorizationError) {
      basis = try product.columns(order).orthogonalFactors().q
    } catch {
      spoil()
    }
    return order
  }

  /// Where the average is not finite no step can be.
  private mutating func spoil() {
    basis.elements = Vector(repeating: .nan, count: basis.elements.count)
  }
}
