import Experiments
import Specifications

/// A whole trajectory as comma-separated values: one row a recorded step.
public enum TrajectoryCSV {
  private static func columns(_ trajectory: Trajectory) -> [CSVColumn<CSVEntry>] {
    CSVColumn.usual(trajectory.recordedQueries) + CSVColumn.stepFigures
      + figureColumns(trajectory)
  }

  /// "validation_loss", a column a figure; empty where it was not computed.
  static func figureColumns(_ trajectory: Trajectory) -> [CSVColumn<CSVEntry>] {
    trajectory.figures.indices.map { k in
      CSVColumn(trajectory.figures[k].name.replacing(" ", with: "_")) {
        let (figure, i) = ($0.run.figures[k], $0.index)
        return figure.isMissing(at: i) ? .null : .number(figure.values[i])
      }
    }
  }

  /// Counts, f, excess (empty where min f is not known), ‖∇f‖, the learning rate, figures where
  /// there are any, and the iterate, a column a variable; a variable's own name that is that of a
  /// column before gets a "_" behind.
  public static func text(_ trajectory: Trajectory, names: VariableNames = .numbered) -> String {
    let columns = columns(trajectory)
    let taken = columns.map(\.name)
    let variables = (0..<trajectory.dimension).map { i in
      var name = names.plain(i)
      while taken.contains(name) || names.own.contains(name) && name != names.plain(i) {
        name += "_"
      }
      return name
    }
    var text = CSV.line(taken + variables) + "\n"
    for i in 0..<trajectory.count {
      let entry = CSVEntry(run: trajectory, index: i)
      let point = trajectory.point(i).map(NumberText.short)
      text += CSV.line(columns.map { $0.cell(entry) } + point) + "\n"
    }
    return text
  }
}
