/// What a run may spend. A limit that is nil does not bind.
public struct Budget: Hashable, Sendable {
  /// Steps of the method.
  public var steps: Int?
  @usableFromInline var queries = PerQuery<Int?>(repeating: nil)
  /// Values, gradients, Hessians and Hessian products together.
  public var evaluations: Int?

  /// What a limit may be. Sums and weights of counts up to here are whole numbers.
  public static let range = 0...1_000_000_000_000

  /// Each is nil for no limit, or within `range`.
  public init(steps: Int? = nil, gradients: Int? = nil, evaluations: Int? = nil) {
    self.steps = steps
    self.evaluations = evaluations
    self[.gradients] = gradients
  }

  /// The limit of queries of one kind.
  @inlinable
  public subscript(query: Query) -> Int? {
    @inline(__always) get { queries[query] }
    @inline(__always) set { queries[query] = newValue }
  }

  /// "1000 steps", "500 gradients, 800 evaluations".
  public var description: String {
    limits.map { "\($0.limit) \($0.unit)" }.joined(separator: ", ")
  }
}

// MARK: - All limits

extension Budget {
  /// All that may be limited, by name and as it is told.
  static let limited: [Limited] =
    [("steps", "steps", \.steps)]
    + Query.allCases.map { ($0.rawValue, $0.noun, \.[$0]) }
    + [("evaluations", "evaluations", \.evaluations)]

  typealias Limited = (name: String, unit: String, path: WritableKeyPath<Self, Int?> & Sendable)

  /// Those that bind.
  var limits: [(name: String, unit: String, limit: Int)] {
    Self.limited.compactMap { name, unit, path in
      self[keyPath: path].map { (name, unit, $0) }
    }
  }

  /// At most how many steps there are, as each asks for a gradient; nil where nothing limits them:
  /// a method may never ask for the rest.
  var mostSteps: Int? { [steps, self[.gradients], evaluations].compactMap { $0 }.min() }
}
