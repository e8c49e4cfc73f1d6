import DescentKit

// What `descent list` tells of what pictures may show and be written as.

extension RaceOverlay {
  /// The recordings that it takes.
  private var recording: String { needsDetail ? "in detail" : "any" }

  /// How many the function has.
  private var variables: String { isForGraphs ? "any" : "2 or more" }

  var json: JSON {
    .members([
      "name": .string(name), "summary": .string(summary), "recording": .string(recording),
      "variables": .string(variables),
    ])
  }

  static var table: TextTable {
    var table = TextTable(["name", "what", "recording", "variables"])
    for overlay in all {
      table.add([overlay.name, overlay.summary, overlay.recording, overlay.variables])
    }
    return table
  }
}

extension ChartQuantity {
  /// That of the axis unless a chart says otherwise.
  private var usualScale: String { scale?.spelling ?? "log beyond a factor of 8" }

  var json: JSON {
    .members([
      "name": .string(name), "title": .string(title), "summary": .string(summary),
      "scale": .string(usualScale),
    ])
  }

  static var table: TextTable {
    var table = TextTable(["name", "axis", "what", "scale"])
    for quantity in all {
      table.add([quantity.name, quantity.title, quantity.summary, quantity.usualScale])
    }
    return table
  }
}

extension RaceFormat {
  var json: JSON {
    .members([
      "name": .string(name), "summary": .string(summary), "uses": .strings(uses.sorted()),
    ])
  }

  static var table: TextTable {
    var table = TextTable(["name", "what", "settings"])
    for format in all {
      table.add([format.name, format.summary, format.uses.sorted().joined(separator: ", ")])
    }
    return table
  }
}
