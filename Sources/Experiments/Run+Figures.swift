import LinearAlgebra

// What is recorded of an iterate beside f and its gradient.
extension Run {
  static func watcher(_ plan: Plan) -> FigureWatcher? { plan.watched.map(FigureWatcher.init) }
  static func watchedNames(_ plan: Plan) -> [String] { plan.watched.map { [$0.rawValue] } ?? [] }

  /// One number for each name: those of the function, then what is watched.
  mutating func figures() -> [Double] {
    let own = meter.objective.figures(at: x)
    let value = watcher?.value(of: meter.objective, at: x, asked: reached)
    return own + (value.map { [$0] } ?? [])
  }

  /// What is watched is known where the run ends, due or not.
  mutating func completeFigures() {
    guard recorder.lacksLastFigure, x.isFinite,
      let value = watcher?.finalValue(of: meter.objective, at: x)
    else { return }
    recorder.setLastFigure(value)
  }
}
