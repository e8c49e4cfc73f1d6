import Experiments

// What runs over data tell, of the parts of the data in turn.
extension ChartQuantity {
  /// Mean loss over the training and validation examples; the former is f but for a penalty.
  public static let loss = ChartQuantity(
    "loss", title: "loss", summary: "mean loss over training, validation and test data",
    scale: .logarithmic
  ) { run, _ in
    let others = run.parts(of: "loss")
    return others.isEmpty ? [] : [Line(run.values, named: "training")] + others
  }

  /// The share of examples that are classified rightly.
  public static let accuracy = ChartQuantity(
    "accuracy", title: "accuracy",
    summary: "share of training, validation and test data that is classified rightly",
    scale: .linear
  ) { run, _ in run.parts(of: "accuracy") }

  /// The Hessian's largest eigenvalue, where a run has watched it.
  public static let sharpness = ChartQuantity(
    "sharpness", title: "sharpness λ₁", summary: "largest eigenvalue of the Hessian, if watched",
    scale: nil
  ) { run, _ in
    run.figures.filter { $0.name == WatchedFigure.sharpness.rawValue }
      .map { figure in Line((0..<run.count).map(figure.value)) }
  }
}

extension Trajectory {
  /// "accuracy" is that of the training data, "validation accuracy" that of another part.
  fileprivate func parts(of name: String) -> [ChartQuantity.Line] {
    figures.compactMap { figure in
      if figure.name == name { return ChartQuantity.Line(figure.values, named: "training") }
      guard figure.name.hasSuffix(" " + name) else { return nil }
      return ChartQuantity.Line(
        figure.values, named: String(figure.name.dropLast(name.count + 1)))
    }
  }
}
