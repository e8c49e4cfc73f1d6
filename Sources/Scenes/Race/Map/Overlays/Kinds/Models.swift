// What a method thinks of f around the head.
extension RaceOverlay {
  /// The quadratic model of f: its contours through the head and at half that size, and its
  /// minimum; dashed where it has none.
  public static let model = RaceOverlay(
    "model", note: "ellipses/hyperbolas: model of f",
    noteOfPart: "ellipses/hyperbolas: slice of the model of f",
    layer: 1, [.detailed, .ofStep]
  ) { moment in
    guard let form = moment.next?.model, let gradient = moment.gradient,
      let contour = Conic(modelAbout: moment.x, gradient: gradient, form: form)
    else { return [] }
    let contours = OverlayStroke.conic(contour) + OverlayStroke.conic(contour.scaled(by: 0.5))
    return contour.hasMinimum ? contours + moment.plus(at: contour.center) : contours
  }

  /// M ≈ H⁻¹: the ellipse pᵀM⁻¹p = gᵀMg about the head. Of its points −Mg is the one that the
  /// gradient promises most of. In more than two variables its shadow on the plane.
  public static let matrix = RaceOverlay(
    "matrix", note: "ellipse/hyperbola: pᵀM⁻¹p = gᵀMg",
    noteOfPart: "ellipse/hyperbola: shadow of pᵀM⁻¹p = gᵀMg", layer: 2,
    [.detailed, .ofStep]
  ) { moment in
    guard let metric = moment.next?.metric else { return [] }
    return OverlayStroke.conic(Conic(center: moment.x, form: metric.form, level: metric.level))
  }

  /// The trust region.
  public static let region = RaceOverlay(
    "region", note: "ring: trust region", layer: 0, .detailed
  ) { $0.ellipse($0.now?.region) }
}
