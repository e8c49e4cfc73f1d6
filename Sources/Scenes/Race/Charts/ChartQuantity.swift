import Experiments
import Specifications

/// What a chart may show of runs over the clock: one number at each entry, or several.
public struct ChartQuantity: NamedChoice, Hashable {
  /// What else there is to say about a quantity.
  public struct Traits: OptionSet, Sendable {
    /// A bit for each trait.
    public let rawValue: Int

    /// The traits of these bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// It takes a recording in detail.
    public static let detailed = Traits(rawValue: 1)
    /// It takes the iterates.
    public static let ofIterates = Traits(rawValue: 2)
    /// It is a height of f, which counts as infinite once a run has failed: the median of runs of
    /// which half have lies at the upper edge.
    public static let ofHeight = Traits(rawValue: 4)
  }

  /// One curve of a run.
  public struct Line: Hashable, Sendable {
    /// What tells it from the others of its quantity: "validation"; empty where there are none.
    public let name: String
    /// One an entry; NaN where nothing is known.
    public let values: [Double]

    /// - Parameters:
    ///   - values: one an entry; NaN where nothing is known.
    ///   - name: what tells it from the others of its quantity.
    public init(_ values: [Double], named name: String = "") {
      (self.name, self.values) = (name, values)
    }
  }

  /// As options and files write it: "gradient".
  public let name: String
  /// That of its axis, in the notation of the field: "‖∇f‖".
  public let title: String
  /// A few words on what it is, for lists.
  public let summary: String
  /// That of its axis, unless a chart has one of its own; nil for logarithmic where the values span
  /// more than a factor of 8.
  public let scale: ChartScale?
  let traits: Traits
  /// Of a run on a function whose minimum is known or nil; none where the run does not have it.
  let lines: @Sendable (_ run: Trajectory, _ minimum: Double?) -> [Line]

  /// - Parameters:
  ///   - title: that of its axis.
  ///   - summary: a few words, for lists.
  ///   - scale: of its axis; nil for logarithmic where the values span more than a factor of 8.
  ///   - lines: what a run has of it, none where it has nothing; the second value is min f where it
  ///     is known.
  public init(
    _ name: String, title: String, summary: String, scale: ChartScale?, _ traits: Traits = [],
    lines: @escaping @Sendable (_ run: Trajectory, _ minimum: Double?) -> [Line]
  ) {
    (self.name, self.title, self.summary) = (name, title, summary)
    (self.scale, self.traits, self.lines) = (scale, traits, lines)
  }

  /// Those that are known here.
  public static var all: [ChartQuantity] { ChartCatalogue.current.entries }

  /// Whether it takes a recording in detail.
  public var needsDetail: Bool { traits.contains(.detailed) }

  /// Whether it takes the iterates.
  public var needsIterates: Bool { traits.contains(.ofIterates) }

  /// Whether a run has any of it.
  ///
  /// - Parameter minimum: min f where it is known.
  public func isKnown(of run: Trajectory, minimum: Double?) -> Bool {
    lines(run, minimum).contains { $0.values.contains(where: \.isFinite) }
  }

  /// What a chart shows where nobody says: the excess, or f where min f is not known.
  public static func usual(minimum: Double?) -> ChartQuantity {
    minimum == nil ? .value : .excess
  }

  public static func == (a: Self, b: Self) -> Bool { a.name == b.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
