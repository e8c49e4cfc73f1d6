import Experiments
import Specifications

/// A basin map as comma-separated values (RFC 4180), one row a start, row after row from the lowest
/// y.
public enum BasinCSV {
  /// x, y: the start; end: the number of its end, from 0 in the order of `Basins.ends`, −1 for none
  /// within the steps, −2 where the walk diverged; steps: how many led there or were taken; end x,
  /// end y: where the walk was seen last. In UTF-8.
  public static func bytes(_ basins: Basins) -> [UInt8] {
    let map = basins.map
    var text = Array((CSV.line(["x", "y", "end", "steps", "end x", "end y"]) + "\n").utf8)
    text.reserveCapacity(basins.cells.count * 64)
    // Each number of a start stands in a whole row or column.
    let across = (0..<map.columns).map { number(map.start($0, 0).x) }
    for row in 0..<map.rows {
      let up = number(map.start(0, row).y)
      for column in 0..<map.columns {
        let cell = basins.cells[row * map.columns + column]
        text += across[column]
        text += up
        text += "\(cell.end),\(cell.steps),".utf8
        NumberText.append(cell.x, to: &text)
        text.append(UInt8(ascii: ","))
        NumberText.append(cell.y, to: &text)
        text.append(UInt8(ascii: "\n"))
      }
    }
    return text
  }

  private static func number(_ value: Double) -> [UInt8] {
    var text: [UInt8] = []
    NumberText.append(value, to: &text)
    return text + [UInt8(ascii: ",")]
  }
}
