import DescentKit

/// The keys of race files and study files, as `descent list settings` tells them.
struct SettingList {
  private struct Row {
    let name: String
    var files: [String]
    let values: String
    let help: String
  }

  private let rows: [Row]

  init() {
    var rows = RaceSettings.all.map { Self.row($0, in: "race") }
    for setting in StudySettings.all {
      let row = Self.row(setting, in: "study")
      if let i = rows.firstIndex(where: { $0.name == row.name && $0.help == row.help }) {
        rows[i].files += row.files
      } else {
        rows.append(row)
      }
    }
    self.rows = rows
  }

  var table: TextTable {
    var table = TextTable(["key", "file", "values", "what it says"])
    for row in rows {
      table.add([row.name, row.files.joined(separator: ", "), row.values, row.help])
    }
    return table
  }

  var json: JSON {
    .array(
      rows.map {
        .members([
          "name": .string($0.name), "of": .strings($0.files), "values": .string($0.values),
          "help": .string($0.help),
        ])
      })
  }

  private static func row(_ setting: any AnySetting, in file: String) -> Row {
    let usual = setting.fallback.map { "; \($0) unless given" } ?? ""
    return Row(
      name: setting.name, files: [file],
      values: words(setting.values) + (setting.isList ? ", one or more" : "") + usual,
      help: setting.help)
  }

  private static func words(_ values: SettingValues) -> String {
    switch values {
    case .number(let isWhole, let low, "inf"):
      (isWhole ? "a whole number" : "a number") + ", \(low) or more"
    case .number(let isWhole, let low, let high):
      (isWhole ? "a whole number" : "a number") + " from \(low) to \(high)"
    case .choice(let names): names.joined(separator: ", ")
    case .text: "text"
    }
  }
}
