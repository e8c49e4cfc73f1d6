import DescentKit

/// What `descent map basins` prints.
enum BasinTable {
  /// A row an end, with how many starts lead there.
  static func text(_ basins: Basins, named name: String) -> String {
    let point = basins.map.function.variableNames.point
    var table = TextTable(["end", "what", point, "starts", "share"], numeric: [0, 3, 4])
    for (i, end) in basins.ends.enumerated() {
      table.add([
        String(i), end.kind.rawValue, end.point.map { Digits.short($0) }.joined(separator: ", "),
        String(end.starts), basins.shareText(of: i),
      ])
    }
    let others = [
      (Basins.Cell.nowhere, "no end in \(basins.map.steps) steps"),
      (Basins.Cell.diverged, "diverged"),
    ]
    for (end, what) in others where basins.starts(at: end) > 0 {
      table.add([
        String(end), what, "", String(basins.starts(at: end)), basins.shareText(of: end),
      ])
    }
    let size = "\(basins.map.columns)x\(basins.map.rows)"
    return "\(basins.map.function.specification), \(name), \(size) starts\n" + table.text
  }
}
