// What the step to come is made of.
extension RaceOverlay {
  /// −ε∇f, the step of plain descent at the same rate: an arrow with an open head. Of a method that
  /// looks ahead it begins at a hollow dot, θ + αm, where ∇f was asked for.
  public static let gradient = RaceOverlay(
    "gradient", note: "open arrow: −ε∇f", layer: 7, [.detailed, .onGraphs, .arrows, .scaled]
  ) { moment in
    if let ahead = moment.lookAhead, let step = moment.step {
      return moment.arrow(step - ahead, after: ahead)
    }
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

  /// ε‖∇f‖/√s: how far a gradient of the present length leads along each axis, as a box around the
  /// head. Smaller steps have a smaller box, narrower along the axis whose rate is less. It is
  /// shortened as a whole, so that the shape stays.
  public static let scale = RaceOverlay(
    "scale", note: "box: ε‖∇f‖/√s", layer: 3, [.detailed, .scaled]
  ) { moment in
    guard let root = moment.now?.scale, root.x > 0, root.y > 0, let gradient = moment.gradient
    else { return [] }
    let length = (gradient * gradient).sum().squareRoot()
    guard let offset = moment.map.offset(moment.rate * length / root) else { return [] }
    let (drawn, isDashed) = moment.arrows.drawn(offset, on: moment.map)
    return [OverlayStroke(shape: .box(Point(abs(drawn.x), abs(drawn.y))), isDashed: isDashed)]
  }
}
