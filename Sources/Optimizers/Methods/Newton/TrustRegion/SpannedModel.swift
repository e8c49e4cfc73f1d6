import LinearAlgebra

/// The model with the matrix B of L-BFGS, and its global minimum within the radius.
///
/// With an orthonormal basis W of the span of all s, y and g, B = W T Wᵀ + γ (I − W Wᵀ): T is what
/// the updates make of γI in the coordinates of W. −(B + λI)⁻¹ g lies in the span, so that p = W z
/// with the z that minimizes gᵀW z + zᵀT z/2 in ‖z‖ ≤ Δ. In no more variables than vectors, W = I.
struct SpannedModel: TrustRegionModel {
  typealias Pair = (s: Vector, y: Vector)

  /// m.
  let memory: Int
  private var pairs: [Pair] = []
  /// The pairs that made the latest proposal, and n.
  private var proposed: (pairs: [Pair], order: Int) = ([], 0)

  private static let leastAngle = 1e-8

  init(memory: Int) {
    self.memory = memory
  }

  mutating func learn(from start: Sample, to trial: Sample) {
    let s = zip(trial.x, start.x).map { $0 - $1 }
    let y = zip(trial.gradient, start.gradient).map { $0 - $1 }
    guard y.dot(s) > Self.leastAngle * y.norm * s.norm else { return }
    if pairs.count == memory { pairs.removeFirst() }
    pairs.append((s, y))
  }

  mutating func forget() -> Bool {
    defer { pairs = [] }
    return !pairs.isEmpty
  }

  mutating func step<O: Oracle & ~Copyable>(
    from start: Sample, within radius: Double, querying oracle: inout O
  ) throws(Halt) -> ModelStep {
    proposed = (pairs, start.x.count)
    var vectors = [start.gradient]
    for (s, y) in pairs { vectors += [s, y] }
    let n = start.x.count
    guard vectors.count < n else {
      return try Self.step(along: start.gradient, pairs, within: radius)
    }
    // The columns of R are the vectors in the coordinates of W.
    let columns = Matrix(rows: vectors.count, columns: n, elements: Array(vectors.joined()))
    let factors = try Self.factors(of: columns.transposed)
    let places = factors.r.transposed
    let coordinates = (0..<vectors.count).map { places.rows([$0]).elements }
    let inner: [Pair] = pairs.indices.map { i in
      (coordinates[2 * i + 1], coordinates[2 * i + 2])
    }
    var proposal = try Self.step(along: coordinates[0], inner, within: radius)
    proposal.step = factors.q.times(proposal.step)
    return proposal
  }

  /// Nil where n is large: no matrix is stored.
  var proposing: SymmetricMatrix? {
    guard proposed.order <= Diagnostic.largestOrder else { return nil }
    return Self.matrix(of: proposed.pairs, order: proposed.order)
  }

  private static func factors(of vectors: Matrix) throws(Halt) -> (q: Matrix, r: Matrix) {
    do throws(FactorizationError) { return try vectors.orthogonalFactors() } catch {
      throw SymmetricSolver.notFinite
    }
  }

  /// The minimum in coordinates.
  private static func step(
    along g: Vector, _ pairs: [Pair], within radius: Double
  ) throws(Halt) -> ModelStep {
    var solver = SymmetricSolver(order: g.count)
    solver.matrix = matrix(of: pairs, order: g.count)
    do throws(FactorizationError) { try solver.begin() } catch { throw SymmetricSolver.notFinite }
    let equation = SecularEquation(try solver.eigensystemOrHalt(), gradient: g)
    return equation.step(.within(radius: radius))
  }

  /// B, update after update.
  static func matrix(of pairs: [Pair], order: Int) -> SymmetricMatrix {
    guard let newest = pairs.last else { return .identity(order: order) }
    let scale = newest.y.dot(newest.y) / newest.y.dot(newest.s)
    var matrix = SymmetricMatrix.identity(order: order, scale: scale)
    var image = Vector.zeros(order)
    for (s, y) in pairs {
      matrix.multiply(s, into: &image)
      matrix.add(-1 / s.dot(image), symmetricProductOf: image, image)
      matrix.add(1 / y.dot(s), symmetricProductOf: y, y)
    }
    return matrix
  }
}
