import Experiments
import Specifications

/// A whole trajectory as comma-separated values: one row a recorded step.
public enum TrajectoryCSV {
  /// Counts, f, excess (empty where min f is not known), ‖∇f‖, the learning rate and the iterate.
  public static func text(_ trajectory: Trajectory) -> String {
    let coordinates = (1...max(trajectory.dimension, 1)).map { "x\($0)" }
    var text =
      "step,values,gradients,hessians,products,value,excess,gradient_norm,learning_rate,"
      + coordinates.joined(separator: ",") + "\n"
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
