import DescentKit

/// What `descent measure --epochs` prints: a row an epoch of each optimizer.
enum EpochTable {
  static func text(_ log: EpochLog) -> String {
    var table = TextTable(
      ["optimizer", "epoch", "step", "loss"] + log.names,
      numeric: Set(1...(3 + log.names.count)))
    for group in log.groups {
      guard let longest = group.runs.max(by: { $0.count < $1.count }) else { continue }
      for i in 0..<longest.count {
        let runs = group.runs.filter { i < $0.count }
        let figures = log.names.indices.map { k in
          Quartiles(runs.map { $0.figures[k].value(at: i) }).median
        }
        let loss = Quartiles(runs.map { $0.values[i] }).median
        table.add(
          [
            group.name, Digits.short(log.epoch(longest, at: i)), String(longest.steps[i]),
            Digits.short(loss),
          ] + figures.map(Digits.short))
      }
    }
    let note = log.groups.contains { $0.runs.count > 1 }
    return table.text + (note ? "\nmedians of the runs that have come so far" : "")
  }
}
