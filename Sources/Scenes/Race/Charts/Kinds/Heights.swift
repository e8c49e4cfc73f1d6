// f and its derivative at the iterates.
extension ChartQuantity {
  /// f − min f.
  public static let excess = ChartQuantity(
    "excess", title: "f − f*", summary: "f − min f, where that is known", scale: .logarithmic,
    .ofHeight
  ) { run, minimum in minimum.map { f in [Line(run.values.map { $0 - f })] } ?? [] }

  /// f itself.
  public static let value = ChartQuantity(
    "value", title: "f", summary: "f itself", scale: .linear, .ofHeight
  ) { run, _ in [Line(run.values)] }

  /// The gradient's Euclidean norm.
  public static let gradient = ChartQuantity(
    "gradient", title: "‖∇f‖", summary: "Euclidean norm of the gradient", scale: .logarithmic
  ) { run, _ in [Line(run.gradientNorms)] }
}
