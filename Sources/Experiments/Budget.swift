/// What a run may spend. A limit that is nil does not bind.
public struct Budget: Hashable, Sendable {
  public var steps: Int?
  public var gradients: Int?
  /// Values, gradients, Hessians and Hessian products together.
  public var evaluations: Int?

  /// What a limit may be. Sums and weights of counts up to here are whole numbers.
  public static let range = 0...1_000_000_000_000

  public init(steps: Int? = nil, gradients: Int? = nil, evaluations: Int? = nil) {
    self.steps = steps
    self.gradients = gradients
    self.evaluations = evaluations
  }

  /// "1000 steps", "500 gradients, 800 evaluations".
  public var description: String {
    let limits = [(steps, "steps"), (gradients, "gradients"), (evaluations, "evaluations")]
    return limits.compactMap { limit, unit in limit.map { "\($0) \(unit)" } }
      .joined(separator: ", ")
  }
}
