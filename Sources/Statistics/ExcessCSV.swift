import Experiments
import Specifications

/// Excess error against step and cumulated counts, as comma-separated values (RFC 4180): one row a
/// recorded step of each run, with all that tells the run from others.
public enum ExcessCSV {
  private static let columns = [
    "function", "n", "start", "minimum", "optimizer", "specification", "seed", "outcome", "version",
    "step", "values", "gradients", "hessians", "products", "value", "excess",
  ]

  /// `optimizer` is the name of the runs, `specification` what it stands for. The start has its
  /// first six coordinates, and `...` with a checksum of all where there are more; minimum and
  /// excess are empty where min f is not known.
  ///
  /// - Parameter version: of the program that made the runs.
  public static func text(_ groups: [NamedRuns], version: String) -> String {
    var text = columns.joined(separator: ",") + "\n"
    for group in groups {
      for run in group.runs { append(run, of: group.name, version: version, to: &text) }
    }
    return text
  }

  private static func append(
    _ run: Trajectory, of name: String, version: String, to text: inout String
  ) {
    let head = [
      run.function.description, String(run.dimension),
      run.count > 0 ? NumberText.distinct(run.point(0), atMost: 6) : "",
      run.minimum.map(NumberText.short) ?? "", name, run.optimizer.description, String(run.seed),
      run.outcome.kind.rawValue, version,
    ].map(quoted).joined(separator: ",")
    for i in 0..<run.count {
      let counts = run.cumulated[i]
      let numbers = [
        run.steps[i], counts.values, counts.gradients, counts.hessians, counts.products,
      ]
      text += head + "," + numbers.map(String.init).joined(separator: ",")
      text += "," + NumberText.short(run.values[i])
      text += "," + (run.excess(i).map(NumberText.short) ?? "") + "\n"
    }
  }

  /// Quoted where a comma or a quote stands in the text.
  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
