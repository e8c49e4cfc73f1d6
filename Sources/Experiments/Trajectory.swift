import LinearAlgebra
import Specifications

/// The recording of one run: a structure of arrays, one entry a recorded step.
///
/// Entry i belongs to the iterate after `steps[i]` steps; entry 0 is the start. The last iterate is
/// always recorded.
public struct Trajectory: Hashable, Sendable {
  /// With the parameters that differ from the defaults.
  public let function: Specification
  /// n.
  public let dimension: Int
  /// With the settings that differ from the defaults.
  public let optimizer: Specification
  /// The optimizer's title, for legends.
  public let title: String
  /// That of the plan; 0 unless told.
  public internal(set) var seed: UInt64
  /// min f where known.
  public let minimum: Double?

  /// How many examples f is a mean over; nil where it is none, or an old recording does not tell.
  public internal(set) var exampleCount: Int?

  /// How the run ended, and why.
  public internal(set) var outcome = Outcome(.budgetSpent, "0 steps")
  /// What the whole run asked, an unfinished step included.
  public internal(set) var counts = Counts()

  /// k, ascending.
  public internal(set) var steps = IntegerColumn()
  /// The iterates one after another, n numbers each; the start alone where the plan keeps none.
  public internal(set) var coordinates: [Double] = []
  /// f(x).
  public internal(set) var values: [Double] = []
  /// ‖∇f(x)‖₂.
  public internal(set) var gradientNorms: [Double] = []
  /// The learning rate or step length of the step that led here; in entry 0 of the first step to
  /// come where it is known.
  public internal(set) var learningRates = RealColumn()
  /// What had been asked until here.
  public internal(set) var cumulated = CountColumns()
  /// What the function has to tell of an iterate beside f and its gradient.
  public struct Figure: Hashable, Sendable {
    /// As tables and axes call it.
    public let name: String
    /// One an entry.
    public internal(set) var values: [Double] = []

    /// The name of the loss over the part of the data by which training is ended.
    public static let validationLoss = "validation loss"

    /// Whether only some entries have it; others have NaN.
    public var isWatched: Bool { WatchedFigure(rawValue: name) != nil }

    /// Whether the entry is one of those that a watched figure was not computed for.
    public func isMissing(at entry: Int) -> Bool { isWatched && values[entry].isNaN }

    /// The figure at an entry; of a watched one the latest until there.
    public func value(at entry: Int) -> Double {
      guard isWatched else { return values[entry] }
      return values[...entry].last { !$0.isNaN } ?? .nan
    }

    init(name: String, values: [Double] = []) {
      self.name = name
      self.values = values
    }
  }

  /// Of all examples, whatever the method saw of them: accuracies and losses of the parts of data; and
  /// what the plan has watched.
  public internal(set) var figures: [Figure] = []

  /// The entry with the lowest validation loss, the first of them where there are several; nil
  /// where none is recorded, or none is a number.
  public var bestEntry: Int? {
    guard let losses = figures.first(where: { $0.name == Figure.validationLoss })?.values else {
      return nil
    }
    return losses.indices.filter { !losses[$0].isNaN }.min { losses[$0] < losses[$1] }
  }

  /// The iterate at `bestEntry`, whose parameters early stopping keeps; nil where there is none, or
  /// an old recording without iterates does not tell it.
  public var bestPoint: Vector? {
    guard let entry = bestEntry else { return nil }
    return keptBest.isEmpty ? (keepsIterates ? point(entry) : nil) : keptBest
  }

  /// That iterate as it was recorded, whether the others are or not.
  var keptBest: Vector = []

  /// What the method's second point is called, where it has one beside the iterate.
  public let evaluationPointName: String?
  /// Those points, n numbers each; empty where they are the iterates.
  public internal(set) var evaluationCoordinates: [Double] = []
  /// Gradients, what the optimizer showed, trial points: one an entry, or none at all unless the
  /// plan asks for them.
  public internal(set) var details: [StepDetail] = []
  /// Seconds from the first entry to each, the least of three runs; empty unless the plan asks
  /// for them. These alone differ from run to run.
  public internal(set) var seconds: [Double] = []

  /// The number of entries.
  public var count: Int { steps.count }

  /// Whether each step has an entry; a cadence leaves some out.
  public var recordsEveryStep: Bool { steps.last == count - 1 }

  /// Whether each entry has its iterate.
  public var keepsIterates: Bool { coordinates.count == count * dimension }

  /// The iterate of entry i, which must be 0 unless the trajectory `keepsIterates`.
  public func point(_ i: Int) -> Vector {
    Vector(coordinates[(i * dimension)..<((i + 1) * dimension)])
  }

  /// The second point of entry i; the iterate where there is no other.
  public func evaluationPoint(_ i: Int) -> Vector {
    evaluationCoordinates.isEmpty
      ? point(i) : Vector(evaluationCoordinates[(i * dimension)..<((i + 1) * dimension)])
  }

  /// Epochs until entry i: examples looked at, of as many as there are. No whole number within one;
  /// nil where `exampleCount` is.
  public func epochs(_ i: Int) -> Double? {
    exampleCount.map { Double(cumulated[.samples][i]) / Double($0) }
  }

  /// f(x) − min f of entry i; nil where min f is not known.
  public func excess(_ i: Int) -> Double? {
    minimum.map { values[i] - $0 }
  }
}
