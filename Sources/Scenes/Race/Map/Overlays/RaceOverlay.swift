/// What a race film may show beside trails and heads, in each entrant's colour.
///
/// All of it is about the step to come from where the head is, as far as the recording knows it. At
/// the end of a run the step, its model, M and direction stay as they were before it. Arrows and
/// boxes are so many times as large as they are (`ArrowScale`); ellipses, regions and dots are
/// where they are.
public enum RaceOverlay: String, Sendable, CaseIterable {
  /// Trails are thin and pale, but for the ends that were drawn last.
  case tails
  /// −ε∇f, the step of plain descent at the same rate: an arrow with an open head.
  case gradient
  /// What the memory adds to the next step: an arrow with a filled head.
  case momentum
  /// The next step: a strong arrow, its colour mixed with that of the text.
  case step
  /// ε√s, how far plain descent would go along a gradient of the usual size in each coordinate: a
  /// box around the head.
  case scale
  /// The quadratic model of f: its contours through the head and at half that size, and its
  /// minimum; dashed where it has none.
  case model
  /// M ≈ H⁻¹: the ellipse pᵀM⁻¹p = gᵀMg about the head. Of its points −Mg is the one that the
  /// gradient promises most of. In more than two variables its shadow on the plane.
  case matrix
  /// The trust region.
  case region
  /// The direction of the search: an arrow from the head; the two before it as lines.
  case directions
  /// Where the latest steps asked for f beside the iterates: hollow dots.
  case trials
  /// The learning rate or step length over the clock, in a chart of its own; none in a figure.
  case rate

  /// Whether it takes a recording in detail.
  public var needsDetail: Bool {
    switch self {
    case .tails, .step, .rate: false
    case .gradient, .momentum, .scale, .model, .matrix, .region, .directions, .trials: true
    }
  }

  /// Whether it can be drawn on the graph of a function of one variable.
  public var isForGraphs: Bool {
    [.tails, .gradient, .momentum, .step, .directions, .rate].contains(self)
  }

  /// Whether it is about a step alone, not about where the head is.
  var isOfStep: Bool { [.step, .model, .matrix, .directions].contains(self) }

  /// Whether it draws arrows from heads.
  var isArrow: Bool { [.gradient, .momentum, .step, .directions].contains(self) }

  /// What stands beside the headline about it, on a plane.
  func note(on plane: RacePlane) -> String? {
    // In more variables the plane shows a part.
    let isPart = plane.dimension > 2
    return switch self {
    case .tails, .rate: nil
    case .gradient: "open arrow −ε∇f"
    case .momentum: "filled arrow: momentum"
    case .step: "strong arrow: step"
    case .scale: "box ε√s"
    case .model: isPart ? "ellipses: slice of the model of f" : "ellipses: model of f"
    case .matrix: isPart ? "ellipse: shadow of M" : "ellipse: M"
    case .region: "ring: trust region"
    case .directions: "arrow: direction"
    case .trials: "hollow dots: trials"
    }
  }

  /// The meaning of some overlays, and how large their arrows are drawn.
  static func notes(
    of overlays: Set<RaceOverlay>, _ arrows: ArrowScale, on plane: RacePlane
  ) -> [String] {
    let hasArrows = !overlays.isDisjoint(with: [.gradient, .momentum, .step, .scale])
    let scale = hasArrows ? arrows.note : nil
    return [scale].compactMap { $0 }
      + allCases.filter(overlays.contains).compactMap { $0.note(on: plane) }
  }
}
