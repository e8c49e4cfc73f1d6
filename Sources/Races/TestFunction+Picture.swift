import Objectives
import Scenes

extension ContourFigure {
  /// The contours of a function of two variables over its domain.
  ///
  /// - Parameter title: the headline; the function's own unless given.
  public init(
    _ function: any TestFunction, title: String? = nil, style: ContourStyle = ContourStyle(),
    size: PixelSize = PixelSize(width: 520, height: 420), measuring: any TextMeasuring
  ) {
    let names = function.variableNames
    self.init(
      objective: { function.value(at: [$0, $1]) }, x: function.domain[0], y: function.domain[1],
      minimizers: function.minimizers, saddles: function.saddles,
      localMinima: function.localMinima, maxima: function.maxima, minimum: function.minimum,
      minimumLabel: function.minimumLabel,
      axisTitles: (names.title(0), names.title(1)),
      title: title ?? function.headline, valueCost: function.valueCost,
      style: style, size: size, measuring: measuring)
  }
}

extension Landscape {
  /// A function of two variables over its domain.
  public init(_ function: any TestFunction) {
    self.init(
      title: function.headline, objective: { function.value(at: [$0, $1]) },
      x: function.domain[0], y: function.domain[1], minimizers: function.minimizers,
      saddles: function.saddles, localMinima: function.localMinima, maxima: function.maxima,
      minimum: function.minimum,
      minimumLabel: function.minimumLabel)
  }
}

extension TestFunction {
  /// What a picture calls the lowest points.
  public var minimumLabel: String {
    switch minimumBasis {
    case .closedForm, .computed: "minimum"
    case .given: "minimum as given"
    case .bestKnown, .searched, .unbounded, .away, .unknown, .notSearched: "best known"
    }
  }

  /// The minima above f*, which a picture marks with a hollow star.
  public var localMinima: [[Double]] {
    criticalPoints.filter { $0.kind == .localMinimum }.map(\.point)
  }

  /// Those that a picture marks with a hollow triangle.
  public var maxima: [[Double]] {
    criticalPoints.filter { $0.kind == .maximum }.map(\.point)
  }

  /// The critical points that a picture marks with a cross.
  public var saddles: [[Double]] {
    criticalPoints.filter { $0.kind == .saddle || $0.kind == .degenerate }.map(\.point)
  }
}
