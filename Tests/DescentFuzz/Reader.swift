import LinearAlgebra
import RandomInputs

/// What reads text of a user's, and the call of `descent` that lets it.
enum Reader: String, CaseIterable, Sendable {
  case expressions, specifications, races, recordings, points, interchange

  /// The call that the `index`th input of a seed makes; the file it needs is written.
  func call(seed: UInt64, index: Int, in scratch: Scratch) throws -> [String] {
    let number = UInt64(Self.allCases.firstIndex(of: self) ?? 0) << 48 | UInt64(index)
    var random = RandomStream(seed: seed, stream: number)
    switch self {
    case .expressions:
      return ["evaluate", "--hessian", "--format", "json", Self.expression(&random)]
    case .specifications: return Self.specifications(&random)
    case .races:
      var source = RandomRaceFile(random)
      let path = try scratch.write(source.bytes(), as: "race.yaml")
      return [
        "race", "--file", path, "--format", "svg", "--size", "640x480", "--output", scratch.output,
      ]
    case .recordings:
      let recording = scratch.recordings[Int(random.next() % UInt64(scratch.recordings.count))]
      let looks = Self.looks[Int(random.next() % UInt64(Self.looks.count))]
      var source = RandomRecording(random)
      let path = try scratch.write(source.changed(recording), as: "trajectories.json")
      return ["render", path, "--size", "640x480", "--output", scratch.output] + looks
    case .points:
      var source = RandomPoints(random)
      let path = try scratch.write(source.bytes(), as: "points.json")
      return ["evaluate", "beale", "--points", path, "--format", "json"]
    case .interchange:
      var source = RandomInterchange(random)
      let folder = try scratch.write(source.files(), into: "imported")
      return ["import", folder, "--store", scratch.output + ".sqlite", "--function", "beale"]
    }
  }

  private static func expression(_ random: inout RandomStream) -> String {
    let size = Int(random.next() % 12)
    var source = RandomExpression(seed: random.next())
    let text = source.expression(size)
    return random.next().isMultiple(of: 2) ? text : source.mutated(text)
  }

  private static func specifications(_ random: inout RandomStream) -> [String] {
    let isShown = random.next().isMultiple(of: 4)
    var source = RandomSpecification(random)
    let function = source.function()
    if isShown { return ["show", function] }
    return [
      "run", function, "--optimizer=\(source.optimizer())", "--steps", "3", "--format", "json",
    ]
  }

  private static let looks = [
    ["--format", "svg"], ["--format", "html"], ["--format", "svg", "--window", "fit"],
    ["--format", "svg", "--layout", "grid"], ["--format", "svg", "--layout", "figure"],
    ["--format", "svg", "--overlay", "gradient,momentum"], ["--format", "sheet"],
    ["--format", "svg", "--plane", "principal"], ["--format", "html", "--clock", "gradients"],
  ]
}
