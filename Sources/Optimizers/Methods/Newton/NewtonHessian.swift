import LinearAlgebra

/// What stands for the Hessian in Newton's step.
public enum NewtonHessian: String, CaseIterable, Sendable {
  /// H + αI.
  case plain
  /// H + αI + τI with the least τ of a sequence that makes it positive definite.
  case shifted
  /// H + αI with the eigenvalues below a floor raised to it.
  case raised
  /// |H + αI|: its eigenvalues without their signs, none below the floor.
  case absolute
}

/// The step −A⁻¹g, where A stands for H, and the memory it needs.
struct NewtonDirection: Sendable {
  let kind: NewtonHessian
  /// α.
  let regularization: Double
  /// β, the least τ above 0.
  let leastShift: Double
  /// The least eigenvalue of A over the largest |eigenvalue| of H + αI.
  let floor: Double
  /// The length of the step along negative curvature that g does not show.
  let escape: Double
  private var solver: SymmetricSolver
  /// τ of the latest step.
  private var shift = 0.0
  /// The eigensystem of H + αI and the eigenvalues of A, where the latest step needed them.
  private var spectrum: (basis: Eigensystem, values: Vector)?

  /// Components of g along unit vectors below this, relative to ‖g‖, are what is left of none.
  private static let negligible = 1e-8
  /// Negative curvature less than this, relative to the diagonal, is rounding.
  private static let leastCurvature = 1e-10
  private static let mostIterations = 30

  init(_ settings: Newton, dimension: Int) {
    kind = settings.hessian
    regularization = settings.regularization
    leastShift = settings.leastShift
    floor = settings.floor
    escape = settings.escape
    solver = SymmetricSolver(order: dimension)
  }

  mutating func step<O: Oracle & ~Copyable>(
    from start: Sample, querying oracle: inout O
  ) throws(Halt) -> Vector {
    try oracle.hessian(at: start.x, into: &solver.matrix)
    solver.matrix.addToDiagonal(regularization)
    let g = start.gradient
    do throws(FactorizationError) { try solver.begin() } catch { throw SymmetricSolver.notFinite }
    guard g.isFinite else { throw SymmetricSolver.notFinite }
    let step =
      switch kind {
      case .plain: try plainStep(g)
      case .shifted: try shiftedStep(g)
      case .raised, .absolute: try spectralStep(g)
      }
    guard step.isFinite else { throw Self.singular }
    return step
  }

  private static let singular = Halt.failed(
    "the Hessian is singular, so Newton's step is not defined")

  private mutating func plainStep(_ g: Vector) throws(Halt) -> Vector {
    if solver.factorizePositive() {
      var step = solution(g)
      leaveWhatIsHidden(&step, g)
      return step
    }
    do throws(FactorizationError) { try solver.factorizeIndefinite() } catch {
      throw Self.singular
    }
    return solution(g)
  }

  private mutating func shiftedStep(_ g: Vector) throws(Halt) -> Vector {
    let (shift, negative) = try solver.factorizeShifted(beta: leastShift)
    self.shift = shift
    var step = solution(g)
    if let negative {
      leave(&step, beginningWith: negative, g)
    } else {
      leaveWhatIsHidden(&step, g)
    }
    return step
  }

  private mutating func solution(_ g: Vector) -> Vector {
    var step = g.map { -$0 }
    solver.solve(&step)
    return step
  }

  private mutating func spectralStep(_ g: Vector) throws(Halt) -> Vector {
    let eigensystem = try solver.eigensystemOrHalt()
    let values = eigensystem.values
    let least = floor * values.largestMagnitude
    guard least > 0 || (values.first ?? 1) > 0 else { throw Self.singular }
    let sizes = values.map { max(kind == .absolute ? abs($0) : $0, least) }
    spectrum = (eigensystem, sizes)
    var components = eigensystem.components(of: g)
    for i in components.indices {
      components[i] = components[i] == 0 ? 0 : -components[i] / sizes[i]
    }
    var step = eigensystem.combination(components)
    if let lowest = values.first, lowest - regularization < -least {
      leave(&step, along: eigensystem[0], g)
    }
    return step
  }

  /// Where H + αI is positive definite, and has just been factorized, but H is not.
  private mutating func leaveWhatIsHidden(_ step: inout Vector, _ g: Vector) {
    guard regularization > 0, escape > 0, !solver.factorizePositive(shift: -regularization) else {
      return
    }
    let negative = solver.negativeDirection()
    guard solver.factorizePositive() else { return }
    leave(&step, beginningWith: negative, g)
  }

  /// Inverse iteration with the factor at hand takes z to the lowest eigenvector, along which the
  /// step leaves if H curves down.
  private mutating func leave(_ step: inout Vector, beginningWith z: Vector, _ g: Vector) {
    guard escape > 0 else { return }
    var lowest = z
    for _ in 0..<Self.mostIterations {
      solver.solve(&lowest)
      lowest.scale(by: 1 / lowest.norm)
    }
    let curvature = lowest.dot(solver.product(lowest)) - regularization
    let scale = solver.diagonal.largestMagnitude
    if curvature < -Self.leastCurvature * scale { leave(&step, along: lowest, g) }
  }

  /// Adds `escape` along a unit vector d of negative curvature, where g has no part along it.
  private func leave(_ step: inout Vector, along d: Vector, _ g: Vector) {
    let slope = g.dot(d)
    guard abs(slope) <= Self.negligible * g.norm else { return }
    step.add(slope > 0 ? -escape : escape, d)
  }

  /// A of the latest step.
  var matrix: SymmetricMatrix {
    spectrum.map { $0.basis.matrix(weights: $0.values) } ?? solver.original(plus: shift)
  }
}
