import Contours
import Experiments
import Objectives
import Optimizers
import Scenes
import Statistics

/// Training on the handwritten digits, 32 examples a step.
struct NetworkTraining: Sendable {
  /// As in `mlp:data=digits,…`, without seed.
  let network: String
  /// A specification.
  let optimizer: String
  var epochs = NetworkTraining.epochs
  /// Early stopping after so many epochs without a lower validation loss.
  var patience: Int?

  static let batch = 32
  /// Steps of an epoch: 1,285 training examples.
  static let epoch = 41
  /// Of a run, unless told otherwise.
  static let epochs = 20
  /// Of such a run.
  static let steps = epochs * epoch

  /// The network of the lecture's guidelines, with what it says beside them.
  static func guideline(_ more: String = "") -> String {
    "hidden=100/50,activation=elu,init=he,batch-norm=true" + (more.isEmpty ? "" : "," + more)
  }

  /// One run a seed, each with weights of its own, recorded each epoch.
  ///
  /// - Parameter recording: steps between records.
  func runs(
    seeds: Int, _ setting: ChapterSetting, recording every: Int = epoch
  ) throws -> [Trajectory] {
    try Parallel.map(Array(0..<seeds), workers: setting.workers) { k in
      let seed = setting.seed &* 1000 &+ UInt64(k)
      let function = try FunctionName.function(
        "mlp:data=digits,\(network),batch=\(Self.batch),seed=\(seed % 999_983)")
      return try descend(
        function, with: try OptimizerCatalogue.settings(optimizer), from: function.start,
        plan: Plan(
          budget: Budget(steps: epochs * Self.epoch), stopRules: StopRules(patience: patience),
          cadence: .every(every), seed: seed))
    }
  }
}

extension [Trajectory] {
  /// The median of some numbers of the runs.
  func median(_ value: (Trajectory) -> Double) -> Double {
    Quartiles(map(value)).median
  }

  /// The median of f over steps, or epochs of so many.
  func lossLine(
    _ label: String, method: String? = nil, over unit: Int = 1, isDashed: Bool = false
  ) -> PlotLine {
    let points = PlotLine("", medianOf: self, over: unit) { $0.values[$1] }.points
    let last = points.last?.y ?? .nan
    let diverges = !last.isFinite || last > 1e6
    return PlotLine(
      diverges ? label + ", diverges" : label, points, method: method, isDashed: isDashed)
  }
}

extension Trajectory {
  /// A figure at an entry, by its name: "test accuracy".
  func figure(_ name: String, at entry: Int) -> Double {
    figures.first { $0.name == name }?.values[entry] ?? .nan
  }
}
