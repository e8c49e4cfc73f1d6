// What the step to come is made of.
extension RaceOverlay {
  /// −ε∇f, the step of plain descent at the same rate: an arrow with an open head.
  public static let gradient = RaceOverlay(
    "gradient", note: "open arrow −ε∇f", layer: 7, [.detailed, .onGraphs, .arrows, .scaled]
  ) { moment in
    let step = moment.gradient.map { -moment.rate * $0 }
    return moment.arrow(step, by: moment.gradientFactor, isOpen: true)
  }

  /// What the memory adds to the next step: an arrow with a filled head.
  public static let momentum = RaceOverlay(
    "momentum", note: "filled arrow: momentum", layer: 8, [.detailed, .onGraphs, .arrows, .scaled]
  ) { $0.arrow($0.momentum) }

  /// The next step: a strong arrow, its colour mixed with that of the text.
  public static let step = RaceOverlay(
    "step", note: "strong arrow: step", layer: 9, [.onGraphs, .ofStep, .arrows, .scaled],
    inkShare: 0.55
  ) { $0.arrow($0.step, by: nil, keepsLength: true) }

  /// ε√s, how far plain descent would go along a gradient of the usual size in each coordinate: a
  /// box around the head. It is shortened as a whole, so that the shape stays.
  public static let scale = RaceOverlay(
    "scale", note: "box ε√s", layer: 3, [.detailed, .scaled]
  ) { moment in
    let half = moment.now?.scale.map { moment.rate * $0 }
    guard let offset = half.flatMap(moment.map.offset) else { return [] }
    let (drawn, isDashed) = moment.arrows.drawn(
      offset, on: moment.map, by: moment.gradientFactor)
    return [OverlayStroke(shape: .box(Point(abs(drawn.x), abs(drawn.y))), isDashed: isDashed)]
  }
}
