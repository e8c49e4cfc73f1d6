import Experiments
import Specifications

/// A basin map as comma-separated values (RFC 4180), one row a start, row after row from the lowest
/// y.
public enum BasinCSV {
  /// x, y: the start; end: the number of its end, from 0 in the order of `Basins.ends`, −1 for none
  /// within the steps, −2 where the walk diverged; steps: how many led there or were taken; end x,
  /// end y: where the walk was seen last.
  public static func text(_ basins: Basins) -> String {
    let map = basins.map
    var text = CSV.line(["x", "y", "end", "steps", "end x", "end y"]) + "\n"
    text.reserveCapacity(basins.cells.count * 64)
    for (i, cell) in basins.cells.enumerated() {
      let start = map.start(i % map.columns, i / map.columns)
      for number in [start.x, start.y] { text += NumberText.short(number) + "," }
      text += "\(cell.end),\(cell.steps),"
      text += NumberText.short(cell.x) + "," + NumberText.short(cell.y) + "\n"
    }
    return text
  }
}
