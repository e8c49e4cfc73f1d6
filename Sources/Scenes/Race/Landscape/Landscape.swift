/// What is raced over: a function of two variables and what is known about it.
public struct Landscape: Sendable {
  /// What is drawn over the map: f(x), where the plane is its graph.
  public var curve: (@Sendable (Double) -> Double)?
  /// Where the function's two variables lie among those of the race.
  public var plane = RacePlane.whole
  /// f at a point of the plane by its coordinates, however coarsely the map is sampled; nil where
  /// every point of the race lies on it.
  public var valueOnPlane: (@Sendable (Double, Double) -> Double)?
  /// How finely the map is sampled, if it is no graph.
  public var sampling = MapSampling(valueCost: 1)
  /// The headline.
  public var title: String
  /// f at a point of the plane by its two coordinates; any number, NaN where it has none.
  public var objective: @Sendable (Double, Double) -> Double
  /// The window: its range of the first coordinate on the plane.
  public var x: ClosedRange<Double>
  /// Its range of the second coordinate on the plane.
  public var y: ClosedRange<Double>
  /// Whether a unit is as long on both axes of a map.
  var hasEqualUnits = false
  /// Two coordinates each, as all places on the map.
  public var minimizers: [[Double]]
  /// Saddles in the plane, two coordinates each.
  public var saddles: [[Double]]
  /// Local minima in the plane that are not global, two coordinates each.
  public var localMinima: [[Double]]
  /// Maxima in the plane, two coordinates each.
  public var maxima: [[Double]]
  /// min f where known: errors are plotted, and contours spaced, by the excess over it.
  public var minimum: Double?
  /// What the stars at the minimizers are called.
  public var minimumLabel: String
  /// f where a race starts, of several starts the middle one.
  var startValue: Double?

  /// - Parameters:
  ///   - minimizers: two coordinates each, as of all places; those that are some of many
  ///     are left out, for a star there would be arbitrary.
  ///   - minimum: min f where known.
  public init(
    title: String, objective: @escaping @Sendable (Double, Double) -> Double,
    x: ClosedRange<Double>, y: ClosedRange<Double>, minimizers: [[Double]] = [],
    saddles: [[Double]] = [], localMinima: [[Double]] = [], maxima: [[Double]] = [],
    minimum: Double?, minimumLabel: String = "minimum"
  ) {
    self.title = title
    self.objective = objective
    let window = Window(x: x, y: y)
    self.x = window.x
    self.y = window.y
    let points = IsolatedPoints(objective, in: window)
    self.minimizers = points.isolated(minimizers)
    self.saddles = saddles
    self.localMinima = points.isolated(localMinima)
    self.maxima = points.isolated(maxima, sign: -1)
    self.minimum = minimum
    self.minimumLabel = minimumLabel
  }

  /// What is to be said of the map.
  var notes: [String] { [plane.note, sampling.note].compactMap { $0 } }
  var note: String? { notes.isEmpty ? nil : notes.joined(separator: " · ") }

  var landmarks: Landmarks {
    Landmarks(
      places: [
        .saddle: saddles, .maximum: maxima, .localMinimum: localMinima, .minimum: minimizers,
      ], minimumLabel: minimumLabel)
  }
}
