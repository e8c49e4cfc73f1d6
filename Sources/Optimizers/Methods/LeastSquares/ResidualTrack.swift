import LinearAlgebra

/// The iterate of a method of least squares, with its residuals and their Jacobian.
///
/// A trial asks for residuals alone; the Jacobian is asked for once, when the step after it begins.
struct ResidualTrack: Sendable {
  private(set) var x: Vector = []
  private(set) var residuals: Vector = []
  private(set) var jacobian = Matrix(rows: 0, columns: 0)
  /// ‖r‖₂, the root of f.
  private(set) var norm = Double.nan
  private var isKnown = false
  /// The latest trials: close to a minimum, unequal steps round to the same point.
  private var trials: [(point: Vector, residuals: Vector)] = []

  /// Knows residuals and Jacobian at x afterwards; whether they were asked for now. With `anew`
  /// they always are: a method of fixed steps that stands still would otherwise spend no budget.
  mutating func arrive<O: Oracle & ~Copyable>(
    at x: Vector, anew: Bool = false, querying oracle: inout O
  ) throws(Halt) -> Bool {
    if !anew, isKnown, self.x == x { return false }
    guard let m = oracle.residualCount else { throw .withoutResiduals }
    isKnown = false
    if jacobian.rows != m || jacobian.columns != x.count {
      jacobian = Matrix(rows: m, columns: x.count)
      residuals = .zeros(m)
    }
    try oracle.jacobian(at: x, into: &jacobian, residuals: &residuals)
    guard residuals.isFinite, jacobian.elements.isFinite else {
      throw .failed("the residuals or their Jacobian are not finite")
    }
    norm = residuals.norm
    self.x = x
    isKnown = true
    return true
  }

  /// r(x + p).
  mutating func trial<O: Oracle & ~Copyable>(
    _ p: Vector, querying oracle: inout O
  ) throws(Halt) -> Vector {
    var point = x
    point.add(1, p)
    if let known = trials.first(where: { $0.point == point }) { return known.residuals }
    var residuals = Vector.zeros(residuals.count)
    try oracle.residuals(at: point, into: &residuals)
    if trials.count == 4 { trials.removeFirst() }
    trials.append((point, residuals))
    return residuals
  }

  /// Whether x + p is x to working precision.
  func isIdle(_ p: Vector) -> Bool {
    for i in x.indices where x[i] + p[i] != x[i] { return false }
    return true
  }
}

extension PivotedQR {
  /// Factorizes the Jacobian of the track.
  mutating func factorizeJacobian(of track: ResidualTrack) throws(Halt) {
    try refactorize(track.jacobian)
  }

  /// Factorizes a matrix of any shape.
  mutating func refactorize(_ a: Matrix) throws(Halt) {
    if rows != a.rows || columns != a.columns {
      self = PivotedQR(rows: a.rows, columns: a.columns)
    }
    do throws(FactorizationError) {
      try factorize(a)
    } catch {
      throw .failed("the Jacobian of the residuals cannot be factorized")
    }
  }
}
