import Experiments
import LinearAlgebra
import Optimizers
import Specifications
import Statistics

// How far steps lead, and how far they may.
extension ChartQuantity {
  /// ‖θₖ − θₖ₋₁‖₂ at step k. It is not known at the start, and after steps that were not recorded.
  public static let speed = ChartQuantity(
    "speed", title: "speed ‖Δθ‖", summary: "Euclidean length of the step that led here",
    scale: .logarithmic, .ofIterates
  ) { run, _ in
    guard run.keepsIterates, run.count > 1 else { return [] }
    let lengths = (1..<run.count).map { i in
      run.steps[i] == run.steps[i - 1] + 1 ? run.distance(from: i - 1, to: i) : .nan
    }
    return [Line([.nan] + lengths)]
  }

  /// The learning rate or step length of the step that led here.
  public static let rate = ChartQuantity(
    "rate", title: "rate ε", summary: "learning rate, or the length that a search chose",
    scale: nil
  ) { run, _ in [Line(Array(run.learningRates))] }

  /// ε/√s, each coordinate for itself, of methods that measure the gradient by a second moment; of
  /// more than three variables the largest, the median and the least.
  public static let coordinateRate = ChartQuantity(
    "coordinate-rate", title: "ε/√s",
    summary: "rate of each coordinate, where a method has a second moment", scale: .logarithmic,
    .detailed
  ) { run, _ in
    let rates = run.coordinateRates
    guard rates.contains(where: { !$0.isEmpty }) else { return [] }
    func line(_ name: String, _ value: ([Double]) -> Double) -> Line {
      Line(rates.map { $0.isEmpty ? .nan : value($0) }, named: name)
    }
    guard run.dimension > 3 else {
      return (0..<run.dimension).map { i in line(VariableNames.numbered.title(i)) { $0[i] } }
    }
    return [
      line("largest") { $0.max() ?? .nan },
      line("median") { Quantiles.value($0.sorted(), at: 0.5) },
      line("least") { $0.min() ?? .nan },
    ]
  }
}

extension Trajectory {
  fileprivate func distance(from i: Int, to j: Int) -> Double {
    Vector(zip(point(j), point(i)).map { $0 - $1 }).norm
  }

  /// ε/√s at each entry; none where it is not known.
  fileprivate var coordinateRates: [[Double]] {
    details.indices.map { i in
      let scale = details[i].diagnostics.lazy.compactMap(\.scale).first ?? []
      return scale.map { learningRates[i] / $0 }
    }
  }
}

extension Diagnostic {
  fileprivate var scale: [Double]? {
    if case .scale(let scale) = self { Array(scale) } else { nil }
  }
}
