import Experiments
import Specifications

/// Excess error against step and cumulated counts, as comma-separated values: one row a recorded
/// step of each run.
public enum ExcessCSV {
  /// The excess is empty where min f is not known.
  public static func text(_ trajectories: [Trajectory]) -> String {
    var text = "optimizer,seed,step,values,gradients,hessians,products,value,excess\n"
    for trajectory in trajectories {
      let name = quoted(trajectory.optimizer)
      for i in 0..<trajectory.count {
        let counts = trajectory.cumulated[i]
        let numbers = [
          trajectory.steps[i], counts.values, counts.gradients, counts.hessians, counts.products,
        ]
        let excess = trajectory.excess(i).map(NumberText.short) ?? ""
        text += name + ",\(trajectory.seed)," + numbers.map(String.init).joined(separator: ",")
        text += ",\(NumberText.short(trajectory.values[i])),\(excess)\n"
      }
    }
    return text
  }

  /// RFC 4180: quoted where a comma or a quote stands in the text.
  static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n".contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
