import LinearAlgebra

/// The line θ + εp that a search goes along, and what the method knows before the search.
public struct SearchLine {
  /// θ, with f and ∇f there.
  public let start: Sample
  /// p.
  public private(set) var direction: Vector
  /// The method's guess for ε.
  private var trial: Double
  /// The steps that were taken before.
  var stepCount: Int
  /// The latest values of f at iterates, oldest first, as many as the search looks back.
  public var values: [Double] = []
  /// The most trials after the first, where the method sets a limit.
  var mostTrials: Int?
  /// What the method asks of a step beside the conditions of the search; scipy's search minds it.
  var isAcceptable: (LineStep) -> Bool = { _ in true }
  /// The method's `lr` at this step.
  public internal(set) var rate = 1.0
  /// Those of the method, or of the search where it was told its own.
  public internal(set) var constants = SearchConstants(remainingSlope: 0.9)

  /// A line from an evaluated point.
  init(from start: Sample, along direction: Vector, trial: Double, stepCount: Int = 0) {
    self.start = start
    self.direction = direction
    self.trial = trial
    self.stepCount = stepCount
  }

  /// The ε to try first: the method's guess times its `lr`.
  public var firstTrial: Double { trial * rate }

  /// Whether the direction descends.
  var descends: Bool { start.gradient.dot(direction) < 0 }

  /// The line with its trials.
  ///
  /// - Throws: unless f and ∇f are finite at the start and p descends from it.
  public func probe() throws(Halt) -> LineProbe {
    try LineProbe(from: start, along: direction)
  }

  /// The same points with `unit` p for p, so that ε is the smaller.
  func multiplied(by unit: Double) -> SearchLine {
    guard unit != 1 else { return self }
    var line = self
    line.direction = direction.map { unit * $0 }
    line.trial = trial / unit
    line.isAcceptable = { [isAcceptable] in isAcceptable($0.multiplied(by: unit)) }
    return line
  }
}

extension LineStep {
  func multiplied(by unit: Double) -> LineStep {
    LineStep(length: unit * length, sample: sample)
  }
}
