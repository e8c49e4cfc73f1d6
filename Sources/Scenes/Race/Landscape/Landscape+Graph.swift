import Contours

extension Landscape {
  /// The graph of a function of one variable.
  ///
  /// - Parameters:
  ///   - curve: f(x); any number, NaN where it has none.
  ///   - x: the range that is shown; the heights are those of the curve over it.
  ///   - minimizers: places on the axis, as of all places of note; those that are some of many are
  ///     left out.
  public init(
    title: String, graphOf curve: @escaping @Sendable (Double) -> Double, x: ClosedRange<Double>,
    minimizers: [Double] = [], saddles: [Double] = [], localMinima: [Double] = [],
    maxima: [Double] = [], minimum: Double?, minimumLabel: String = "minimum"
  ) {
    func isolated(_ places: [Double], sign: Double = 1) -> [[Double]] {
      onCurve(IsolatedPoints.isolated(places, of: curve, over: x, sign: sign))
    }
    func onCurve(_ places: [Double]) -> [[Double]] { places.map { [$0, curve($0)] } }
    self.init(
      title: title, objective: { _, y in y }, x: x, y: Self.heights(of: curve, over: x),
      minimizers: isolated(minimizers), saddles: onCurve(saddles),
      localMinima: isolated(localMinima), maxima: isolated(maxima, sign: -1), minimum: minimum,
      minimumLabel: minimumLabel)
    self.curve = curve
    plane = .graph
  }
}
