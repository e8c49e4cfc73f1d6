import Experiments
import Specifications

/// A whole trajectory as comma-separated values: one row a recorded step.
public enum TrajectoryCSV {
  private static let columns = [
    "step", "values", "gradients", "hessians", "products", "value", "excess", "gradient_norm",
    "learning_rate",
  ]

  /// Counts, f, excess (empty where min f is not known), ‖∇f‖, the learning rate and the iterate,
  /// a column a variable; a variable's own name that is that of a column before gets a "_" behind.
  public static func text(_ trajectory: Trajectory, names: VariableNames = .numbered) -> String {
    let header = (0..<trajectory.dimension).reduce(into: columns) { header, i in
      var name = names.plain(i)
      while columns.contains(name) || names.own.contains(name) && name != names.plain(i) {
        name += "_"
      }
      header.append(name)
    }
    var text = header.joined(separator: ",") + "\n"
    for i in 0..<trajectory.count {
      let counts = trajectory.cumulated[i]
      let numbers = [
        trajectory.steps[i], counts.values, counts.gradients, counts.hessians, counts.products,
      ]
      let reals = [
        trajectory.values[i], trajectory.gradientNorms[i], trajectory.learningRates[i],
      ].map(NumberText.short)
      let excess = trajectory.excess(i).map(NumberText.short) ?? ""
      let point = trajectory.point(i).map(NumberText.short)
      text += numbers.map(String.init).joined(separator: ",")
      text += ",\(reals[0]),\(excess),\(reals[1]),\(reals[2]),"
      text += point.joined(separator: ",") + "\n"
    }
    return text
  }
}
