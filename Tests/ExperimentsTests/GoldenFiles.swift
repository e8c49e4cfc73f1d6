import Foundation
import Specifications
import Testing

/// One reference trajectory of another library.
struct GoldenTrajectory: Decodable, Sendable, CustomTestStringConvertible {
  struct Problem: Decodable, Sendable {
    let name: String
    let n: Int
    let kappa: Double?
    let variant: String?
    let rows: Double?
    let cols: Double?
  }

  struct Extra: Decodable, Sendable {
    let name: String
    let values: [[Double]]
  }

  let id: String
  let library: String
  let optimizer: String
  let setting: String
  let hyperparameters: [String: Hyperparameter]
  let problem: Problem
  let start: [Double]
  let k: [Int]
  let steps: [[Double]]
  let atol: [Double]
  let extra: Extra?

  var testDescription: String { id }
}

/// A number, a flag, numbers some of which may be missing, a word, or nothing.
enum Hyperparameter: Decodable, Sendable, CustomStringConvertible {
  case number(Double)
  case flag(Bool)
  case list([Double?])
  case text(String)
  case none

  var description: String {
    switch self {
    case .number(let value): NumberText.short(value)
    case .flag(let value): "\(value)"
    case .list(let values): values.map { $0.map(NumberText.short) ?? "" }.joined(separator: "/")
    case .text(let value): value
    case .none: ""
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let list = try? container.decode([Double?].self) {
      self = .list(list)
    } else {
      self = .text(try container.decode(String.self))
    }
  }
}

/// One reference schedule.
struct GoldenSchedule: Decodable, Sendable, CustomTestStringConvertible {
  let library: String
  let schedule: String
  let parameters: [String: Parameter]
  let t: [Int]
  let lr: [Double]
  let momentum: [Double]?
  let losses: [Double]?

  var testDescription: String { "\(library) \(schedule) \(parameters)" }

  enum Parameter: Decodable, Sendable, CustomStringConvertible {
    case number(Double)
    case flag(Bool)
    case list([Double])
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let list = try? container.decode([Double].self) {
        self = .list(list)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    var description: String {
      switch self {
      case .number(let value): NumberText.short(value)
      case .flag(let value): "\(value)"
      case .list(let value): value.map(NumberText.short).joined(separator: "/")
      case .text(let value): value
      }
    }
  }
}

enum GoldenFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  static let trajectories: [GoldenTrajectory] = {
    let root = folder.appending(path: "trajectories")
    let paths = (FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String]) ?? []
    return paths.filter { $0.hasSuffix(".json") }.sorted().compactMap { path in
      guard let data = FileManager.default.contents(atPath: root.appending(path: path).path) else {
        return nil
      }
      do {
        return try JSONDecoder().decode(GoldenTrajectory.self, from: data)
      } catch {
        Issue.record("\(path): \(error)")
        return nil
      }
    }
  }()

  static let schedules: [GoldenSchedule] = {
    struct File: Decodable { let records: [GoldenSchedule] }
    let path = folder.appending(path: "schedules/schedules.json").path
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    do {
      return try JSONDecoder().decode(File.self, from: data).records
    } catch {
      Issue.record("\(path): \(error)")
      return []
    }
  }()
}
