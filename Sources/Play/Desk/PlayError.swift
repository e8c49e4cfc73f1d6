import JSON
import Specifications

/// Why there is no race: a line for people, and the setting that is wrong, where one is.
struct PlayError {
  let setting: String?
  private let line: String

  init(_ error: any Error) {
    if let error = error as? SettingError {
      (setting, line) = (error.setting, error.description)
    } else {
      (setting, line) = (nil, "\(error)")
    }
  }

  var json: JSON {
    .members(["setting": .optional(setting) { .string($0) }, "error": .string(line)])
  }

  var reply: Reply { .json(json, .refused) }
}
